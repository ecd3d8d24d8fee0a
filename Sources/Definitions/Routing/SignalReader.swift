import Casework
import Languages

/// Reads `signals` and `places`: by which words a text tells its category and its division.
struct SignalReader {
    /// Those that some rule covers.
    let categories: Set<String>

    func signals(_ root: Mapping) -> TextSignals {
        let named = root.named("signals")
        var signals: [TextSignals.Signal] = []
        for (category, entry) in named {
            note(category, entry)
            guard let mapping = entry.mapping(of: ["strong", "weak", "against"]) else { continue }
            for (key, strength) in Self.strengths {
                signals += words(mapping.texts(key), entry).map {
                    TextSignals.Signal(word: $0, category: category.value, strength: strength)
                }
            }
        }
        let places = root.named("places").map { ($0.key.value, words($0.value.texts(), $0.value)) }
        let examples = root.named("examples").map { category, entry in
            note(category, entry)
            return (category.value, words(entry.texts(), entry))
        }
        return TextSignals(
            categories: named.map(\.key.value), signals: signals,
            places: Dictionary(places) { first, _ in first },
            examples: TextExamples(Dictionary(examples) { first, _ in first }))
    }

    /// Refuses a category that no rule covers.
    private func note(_ category: Placed<String>, _ entry: Entry) {
        guard !categories.contains(category.value) else { return }
        entry.log.recordUnknown(
            .unknownCategory, category, Label(zh: "类别", en: "category"), known: categories.sorted())
    }

    private static let strengths: [(String, TextSignals.Strength)] = [
        ("strong", .strong), ("weak", .weak), ("against", .against),
    ]

    private func words(_ texts: [Placed<String>], _ entry: Entry) -> [String] {
        var seen: Set<String> = []
        for text in texts where !seen.insert(text.value).inserted {
            entry.log.record(
                .duplicateName, at: text.place,
                Label(zh: "“\(text.value)”写了两次", en: "`\(text.value)` is listed twice"),
                Label(zh: "请只留一个", en: "keep one of the two"))
        }
        return texts.map(\.value)
    }
}
