import Languages
import Workflow
import WorkingTime

/// Reads `guards`: the conditions of an action.
enum GuardReader {
    static let names = [
        "withinLimit", "limitPassed", "beforeDue", "atMostTimes", "beforeAny", "notTheHandler",
        "allOpinionsIn", "reopenedWithin", "classIn", "isSet", "isNotSet", "givenWhen",
        "stepIsOpen",
        "planDated", "atLeastTimes", "reasonedOverride", "anotherLead", "leadAbove",
        "extensionAllowed", "notComplainedOf", "anotherUnit",
    ]

    static func guards(_ entry: Entry) -> [Placed<Guard>] {
        (entry.list() ?? []).compactMap { item in
            guard let (name, value) = item.single(Label(zh: "条件", en: "guard"), of: names),
                let condition = condition(name.value, value)
            else { return nil }
            return Placed(value: condition, place: value.place)
        }
    }

    private static func condition(_ name: String, _ entry: Entry) -> Guard? {
        switch name {
        case "notTheHandler": entry.isBare(name) ? .notTheHandler : nil
        case "allOpinionsIn": entry.isBare(name) ? .allOpinionsIn : nil
        case "beforeDue": beforeDue(entry)
        case "atMostTimes": atMostTimes(entry)
        case "atLeastTimes": atLeastTimes(entry)
        case "beforeAny": beforeAny(entry)
        case "reopenedWithin": reopenedWithin(entry)
        case "stepIsOpen": stepIsOpen(entry)
        case "givenWhen": givenWhen(entry)
        case "classIn": .classIn(entry.texts().map(\.value))
        case "isSet": entry.attribute().map { .isSet(attribute: $0) }
        case "isNotSet": entry.attribute().map { .isNotSet(attribute: $0) }
        default: entry.text().flatMap { ofOneName(name, $0.value) }
        }
    }

    private static func ofOneName(_ name: String, _ value: String) -> Guard? {
        switch name {
        case "withinLimit": .withinLimit(clock: value)
        case "limitPassed": .limitPassed(clock: value)
        case "planDated": .planDated(field: value)
        case "extensionAllowed": .extensionAllowed(field: value)
        case "notComplainedOf": .notComplainedOf(field: value)
        case "anotherUnit": .anotherUnit(field: value)
        case "reasonedOverride": .reasonedOverride(field: value)
        case "anotherLead": .anotherLead(field: value)
        case "leadAbove": .leadAbove(field: value)
        default: nil
        }
    }

    private static func beforeDue(_ entry: Entry) -> Guard? {
        guard let mapping = entry.mapping(of: ["clock", "by"]),
            let clock = mapping.required("clock")?.text(),
            let limit = mapping.required("by").flatMap(ClassReader.limit)
        else { return nil }
        return .beforeDue(clock: clock.value, by: limit)
    }

    private static func atMostTimes(_ entry: Entry) -> Guard? {
        guard let mapping = entry.mapping(of: ["counter", "times", "perUnit"]),
            let counter = mapping.required("counter")?.text(),
            let times = mapping.required("times")?.integer(in: 1...99)
        else { return nil }
        let perUnit = mapping["perUnit"]?.boolean() ?? false
        return .atMostTimes(counter: counter.value, times: times, perUnit: perUnit)
    }

    private static func atLeastTimes(_ entry: Entry) -> Guard? {
        guard let mapping = entry.mapping(of: ["counter", "times"]),
            let counter = mapping.required("counter")?.text(),
            let times = mapping.required("times")?.integer(in: 1...99)
        else { return nil }
        return .atLeastTimes(counter: counter.value, times: times)
    }

    private static func beforeAny(_ entry: Entry) -> Guard? {
        guard let mapping = entry.mapping(of: ["action", "since"]),
            let action = mapping.required("action")?.text()
        else { return nil }
        let since = mapping["since"]?.texts() ?? []
        return .beforeAny(action: action.value, since: since.map(\.value))
    }

    private static func givenWhen(_ entry: Entry) -> Guard? {
        guard let mapping = entry.mapping(of: ["field", "choice", "is"]),
            let field = mapping.required("field")?.text(),
            let choice = mapping.required("choice")?.text(),
            let values = mapping.required("is")?.texts()
        else { return nil }
        return .givenWhen(
            field: field.value, choice: choice.value, values: values.map(\.value))
    }

    private static func stepIsOpen(_ entry: Entry) -> Guard? {
        guard let mapping = entry.mapping(of: ["clock", "field"]),
            let clock = mapping.required("clock")?.text(),
            let field = mapping.required("field")?.text()
        else { return nil }
        return .stepIsOpen(clock: clock.value, field: field.value)
    }

    private static func reopenedWithin(_ entry: Entry) -> Guard? {
        guard let mapping = entry.mapping(of: ["days", "since"]),
            let days = mapping.required("days")?.integer(in: 1...3660),
            let since = mapping.required("since")?.texts()
        else { return nil }
        return .reopenedWithin(days: days, since: since.map(\.value))
    }
}
