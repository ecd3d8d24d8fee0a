import Languages
import Workflow

/// Reads `effects`: what an action does beside moving the issue.
struct EffectReader {
    private static let ofName: [String: @Sendable (String) -> Effect] = [
        "start": { .start(clock: $0) }, "stop": { .stop(clock: $0) },
        "startUnlessRunning": { .startUnlessRunning(clock: $0) },
        "startForNew": { .startForNew(clock: $0) }, "continue": { .continueLast(clock: $0) },
        "cancel": { .cancel(clock: $0) }, "hold": { .hold(clock: $0) },
        "release": { .release(clock: $0) }, "pause": { .pause(clock: $0) },
        "resume": { .resume(clock: $0) }, "stopOwn": { .stopOwn(clock: $0) },
        "joinCommon": { .joinCommon(many: $0) }, "mergeInto": { .mergeInto(with: $0) },
    ]
    static let names = [
        "start", "startUnlessRunning", "startForNew", "continue", "stop", "stopOwn", "cancel",
        "hold",
        "release", "pause", "resume", "extend", "count", "raiseLevel", "giveCard", "set", "clear",
        "askEvaluation", "giveLink", "renewLink", "raiseOffice", "raiseLead", "route", "chargeTime",
        "arbitration", "joinCommon", "leaveCommon", "shareResult", "mergeInto", "tell",
        "do",
    ]

    /// The most effects of one action, its groups written out.
    private static let limit = 100

    /// The groups defined above this place.
    let groups: [String: [Placed<Effect>]]
    let uses: NameUses

    func effects(_ entry: Entry) -> [Placed<Effect>] {
        var read: [Placed<Effect>] = []
        for item in entry.list() ?? [] {
            guard let (name, value) = item.single(Label(zh: "效果", en: "effect"), of: Self.names)
            else { continue }
            read += effects(name.value, value)
            guard read.count <= Self.limit else {
                entry.log.record(
                    .tooLarge, at: value.place,
                    Label(zh: "效果超过 \(Self.limit) 个", en: "more than \(Self.limit) effects"),
                    Label(zh: "分组套分组会成倍增加：请少写", en: "groups that use groups multiply: write fewer"))
                return []
            }
        }
        return read
    }

    private func effects(_ name: String, _ entry: Entry) -> [Placed<Effect>] {
        if entry.isMapping, let effect = DatedEffectReader.effect(name, entry) {
            return effect.map { [Placed(value: $0, place: entry.place)] } ?? []
        }
        if let make = Self.ofName[name] {
            return entry.texts().map { Placed(value: make($0.value), place: $0.place) }
        }
        switch name {
        case "do": return group(entry)
        case "set": return AttributeSourceReader.settings(entry)
        case "clear": return AttributeSourceReader.clearings(entry)
        default:
            return effect(name, entry).map { [Placed(value: $0, place: entry.place)] } ?? []
        }
    }

    private func effect(_ name: String, _ entry: Entry) -> Effect? {
        switch name {
        case "extend": Self.extend(entry)
        case "count": Self.count(entry)
        case "raiseLevel": Self.raiseLevel(entry)
        case "giveCard": Self.giveCard(entry)
        case "askEvaluation": entry.isBare(name) ? .askEvaluation : nil
        case "giveLink": entry.isBare(name) ? .giveLink : nil
        case "renewLink": entry.isBare(name) ? .renewLink : nil
        case "raiseOffice": entry.isBare(name) ? .raiseOffice : nil
        case "raiseLead": entry.isBare(name) ? .raiseLead : nil
        case "route": entry.isBare(name) ? .noteRouting : nil
        case "chargeTime": entry.isBare(name) ? .chargeTime : nil
        case "leaveCommon": entry.isBare(name) ? .leaveCommon : nil
        case "arbitration": Self.arbitration(entry)
        case "shareResult": Self.shareResult(entry)
        case "tell":
            .tell(
                entry.oneOrMore().compactMap {
                    $0.word(Label(zh: "告知对象", en: "audience"), of: Effect.Audience.self)
                })
        default: nil
        }
    }

    private func group(_ entry: Entry) -> [Placed<Effect>] {
        guard let name = entry.text() else { return [] }
        if let effects = groups[name.value] {
            uses.note(.group, name.value)
            return effects
        }
        entry.log.recordUnknown(
            .unknownGroup, name,
            Label(zh: "分组（其上没有这个名称）", en: "group (none of that name stands above)"),
            known: groups.keys.sorted())
        return []
    }

    private static func extend(_ entry: Entry) -> Effect? {
        guard let mapping = entry.mapping(of: ["clock", "field"]),
            let clock = mapping.required("clock")?.text(),
            let field = mapping.required("field")?.text()
        else { return nil }
        return .extend(clock: clock.value, field: field.value)
    }

    private static func count(_ entry: Entry) -> Effect? {
        if entry.isScalar {
            return entry.text().map { .count(counter: $0.value, perUnit: false) }
        }
        guard let mapping = entry.mapping(of: ["counter", "perUnit"]),
            let counter = mapping.required("counter")?.text()
        else { return nil }
        return .count(counter: counter.value, perUnit: mapping["perUnit"]?.boolean() ?? false)
    }

    private static func raiseLevel(_ entry: Entry) -> Effect? {
        if entry.isScalar {
            return entry.isBare("raiseLevel") ? .raiseLevel(whenCounter: nil, reaches: 0) : nil
        }
        enum Owing: String, CaseIterable { case office }
        guard let mapping = entry.mapping(of: ["counter", "reaches", "past"]) else { return nil }
        if let past = mapping["past"] {
            guard mapping.pairs.count == 1 else {
                entry.log.record(
                    .unknownKey, at: entry.place,
                    Label(zh: "`past` 旁还有别的键", en: "`past` stands beside other keys"),
                    Label(
                        zh: "请把 `{raiseLevel: {past: office}}` 单独写成一个效果",
                        en: "write `{raiseLevel: {past: office}}` as an effect of its own"))
                return nil
            }
            return past.word(Label(zh: "机构", en: "body"), of: Owing.self).map { _ in
                .raiseLevel(whenCounter: nil, reaches: 0, pastOffice: true)
            }
        }
        return reached(mapping).map { .raiseLevel(whenCounter: $0, reaches: $1) }
    }

    private static func shareResult(_ entry: Entry) -> Effect? {
        if entry.isScalar {
            return entry.text().map { .shareResult(with: $0.value, otherwise: nil) }
        }
        guard let mapping = entry.mapping(of: ["with", "otherwise"]),
            let action = mapping.required("with")?.text(),
            let otherwise = mapping.required("otherwise")?.text()
        else { return nil }
        return .shareResult(with: action.value, otherwise: otherwise.value)
    }

    private static func arbitration(_ entry: Entry) -> Effect? {
        entry.mapping(of: ["counter", "reaches"]).flatMap(reached).map {
            .putToArbitration(counter: $0, reaches: $1)
        }
    }

    private static func reached(_ mapping: Mapping) -> (counter: String, number: Int)? {
        guard let counter = mapping.required("counter")?.text(),
            let number = mapping.required("reaches")?.integer(in: 1...99)
        else { return nil }
        return (counter.value, number)
    }

    private static func giveCard(_ entry: Entry) -> Effect? {
        enum Colour: String, CaseIterable { case yellow, red }
        if entry.isScalar {
            return entry.word(Label(zh: "牌", en: "card"), of: Colour.self)
                .map { .giveCard($0 == .red ? .red : .yellow) }
        }
        return entry.mapping(of: ["field"])?.required("field")?.text()
            .map { .giveCard(.field($0.value)) }
    }
}
