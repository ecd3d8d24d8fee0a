import Languages
import Workflow

/// Reads `set`, `{handler: actingPerson, evaluation: {value: notEvaluated}}`, and `clear`, `[reply, result]`.
enum AttributeSourceReader {
    private static let words: [String: Effect.AttributeSource] = [
        "actingPerson": .actingPerson, "actingUnit": .actingUnit, "leadUnit": .leadUnit,
        "instant": .instant,
    ]

    static func settings(_ entry: Entry) -> [Placed<Effect>] {
        (entry.mapping()?.pairs ?? []).compactMap { name, entry in
            let attribute = AttributeReader.attribute(name, log: entry.log)
            guard let source = source(entry), let attribute else { return nil }
            return Placed(value: .set(attribute: attribute, to: source), place: name.place)
        }
    }

    static func clearings(_ entry: Entry) -> [Placed<Effect>] {
        entry.texts().compactMap { name in
            AttributeReader.attribute(name, log: entry.log).map {
                Placed(value: .clear(attribute: $0), place: name.place)
            }
        }
    }

    private static func source(_ entry: Entry) -> Effect.AttributeSource? {
        if entry.isScalar {
            guard let word = entry.text() else { return nil }
            if let source = words[word.value] { return source }
            entry.log.recordUnknown(
                .unknownWord, word, Label(zh: "来源", en: "source"), known: words.keys.sorted())
            return nil
        }
        guard
            let (key, value) = entry.single(
                Label(zh: "来源", en: "source"), of: ["value", "field", "counter"]),
            let text = value.text()
        else { return nil }
        return switch key.value {
        case "value": .value(text.value)
        case "field": .field(text.value)
        default: .counter(text.value)
        }
    }
}
