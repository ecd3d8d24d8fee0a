import Workflow

/// Reads `set`: `{handler: actingPerson, evaluation: {value: notEvaluated}}`.
enum AttributeSourceReader {
    private static let words: [String: Effect.AttributeSource] = [
        "actingPerson": .actingPerson, "actingUnit": .actingUnit, "leadUnit": .leadUnit,
        "instant": .instant,
    ]

    static func settings(_ entry: Entry) -> [Placed<Effect>] {
        (entry.mapping()?.pairs ?? []).compactMap { attribute, entry in
            source(entry).map {
                Placed(value: .set(attribute: attribute.value, to: $0), place: attribute.place)
            }
        }
    }

    private static func source(_ entry: Entry) -> Effect.AttributeSource? {
        if entry.isScalar {
            guard let word = entry.text() else { return nil }
            if let source = words[word.value] { return source }
            entry.log.recordUnknown(.unknownWord, word, "source", known: words.keys.sorted())
            return nil
        }
        guard let (key, value) = entry.single("source", of: ["value", "field", "counter"]),
            let text = value.text()
        else { return nil }
        return switch key.value {
        case "value": .value(text.value)
        case "field": .field(text.value)
        default: .counter(text.value)
        }
    }
}
