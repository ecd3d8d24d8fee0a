import Casework

/// Reads `signals` and `places`: by which words a text tells its category and its division.
struct SignalReader {
    /// Those that some rule covers.
    let categories: Set<String>

    func signals(_ root: Mapping) -> TextSignals {
        let named = root.named("signals")
        var signals: [TextSignals.Signal] = []
        for (category, entry) in named {
            if !categories.contains(category.value) {
                entry.log.recordUnknown(
                    .unknownCategory, category, "category", known: categories.sorted())
            }
            guard let mapping = entry.mapping(of: ["strong", "weak", "against"]) else { continue }
            for (key, strength) in Self.strengths {
                signals += words(mapping.texts(key), entry).map {
                    TextSignals.Signal(word: $0, category: category.value, strength: strength)
                }
            }
        }
        let places = root.named("places").map { ($0.key.value, words($0.value.texts(), $0.value)) }
        return TextSignals(
            categories: named.map(\.key.value), signals: signals,
            places: Dictionary(places) { first, _ in first })
    }

    private static let strengths: [(String, TextSignals.Strength)] = [
        ("strong", .strong), ("weak", .weak), ("against", .against),
    ]

    private func words(_ texts: [Placed<String>], _ entry: Entry) -> [String] {
        var seen: Set<String> = []
        for text in texts where !seen.insert(text.value).inserted {
            entry.log.record(
                .duplicateName, at: text.place, "the word `\(text.value)` is listed twice",
                "keep one of the two")
        }
        return texts.map(\.value)
    }
}
