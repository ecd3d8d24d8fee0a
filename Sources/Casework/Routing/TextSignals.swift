/// Reads from the words of a text which category and which division it speaks of.
///
/// A word counts once, however often it stands there; a longer word hides the shorter ones that lie
/// wholly inside it.
package struct TextSignals: Hashable, Sendable {
    package enum Strength: Int, Hashable, Sendable, CaseIterable {
        case strong = 3
        case weak = 1
        case against = -3
    }

    /// One word, and what it tells.
    package struct Signal: Hashable, Sendable {
        package let word: String
        package let category: String
        package let strength: Strength

        package init(word: String, category: String, strength: Strength) {
            self.word = word
            self.category = category
            self.strength = strength
        }
    }

    /// What the words say for a category, and which they are.
    package struct Guess: Hashable, Sendable {
        package let category: String
        package let score: Int
        /// In the order of the text.
        package let words: [String]
    }

    /// In the order in which categories with equal scores are preferred.
    package let categories: [String]
    /// Texts whose category is known; what is like them is likely of the same.
    package let examples: TextExamples
    package let signals: [Signal]
    /// The names by which texts call each division; in the order of the file.
    package let places: [String: [String]]

    private let byFirst: [Unicode.Scalar: [Pattern]]

    private struct Pattern: Hashable, Sendable {
        let scalars: [Unicode.Scalar]
        let word: String
        let signals: [Signal]
        let divisions: [String]
    }

    package init(
        categories: [String] = [], signals: [Signal] = [], places: [String: [String]] = [:],
        examples: TextExamples = TextExamples()
    ) {
        self.examples = examples
        self.categories = categories
        self.signals = signals
        self.places = places
        let byWord = Dictionary(grouping: signals, by: { Self.folded($0.word) })
        let divisions = places.reduce(into: [String: [String]]()) { found, entry in
            for name in entry.value { found[Self.folded(name), default: []].append(entry.key) }
        }
        let words = Set(byWord.keys).union(divisions.keys)
        let patterns = words.map { word in
            Pattern(
                scalars: Array(word.unicodeScalars), word: word, signals: byWord[word] ?? [],
                divisions: divisions[word] ?? [])
        }
        byFirst = Dictionary(
            grouping: patterns.filter { !$0.scalars.isEmpty }, by: { $0.scalars[0] })
    }

    /// Lists the categories that words of the text or known examples speak for, the likeliest first.
    package func guesses(in text: String) -> [Guess] {
        let (points, words) = points(in: text)
        let likely = examples.scores(of: text)
        let known = categories + likely.keys.filter { !categories.contains($0) }.sorted()
        return known.enumerated()
            .map { place, category in
                (
                    place: place,
                    rank: Double(points[category] ?? 0) * TextExamples.weightOfWords
                        + (likely[category] ?? 0),
                    guess: Guess(
                        category: category, score: points[category] ?? 0,
                        words: words[category] ?? [])
                )
            }
            .filter { !examples.isEmpty || $0.guess.score > 0 }
            .sorted { ($1.rank, $0.place) < ($0.rank, $1.place) }
            .map(\.guess)
    }

    /// What the words of the text come to for each category, and which they are.
    private func points(in text: String) -> ([String: Int], [String: [String]]) {
        var points: [String: Int] = [:]
        var words: [String: [String]] = [:]
        var seen: Set<String> = []
        for match in matches(in: text) where seen.insert(match.pattern.word).inserted {
            for signal in match.pattern.signals {
                points[signal.category, default: 0] += signal.strength.rawValue
                guard signal.strength != .against else { continue }
                words[signal.category, default: []].append(signal.word)
            }
        }
        return (points, words)
    }

    /// The divisions that the text names.
    package func divisions(in text: String) -> Set<String> {
        Set(matches(in: text).flatMap(\.pattern.divisions))
    }

    private struct Match {
        let start: Int
        let end: Int
        let pattern: Pattern
    }

    private func matches(in text: String) -> [Match] {
        let scalars = Array(Self.folded(text).unicodeScalars)
        var found: [Match] = []
        for start in scalars.indices {
            for pattern in byFirst[scalars[start]] ?? [] {
                let end = start + pattern.scalars.count
                guard end <= scalars.count, scalars[start..<end].elementsEqual(pattern.scalars)
                else { continue }
                found.append(Match(start: start, end: end, pattern: pattern))
            }
        }
        // Sorted by start and falling length, whatever is hidden comes after what hides it.
        var kept: [Match] = []
        var reach = 0
        for match in found.sorted(by: { ($0.start, $1.end) < ($1.start, $0.end) })
        where match.end > reach {
            kept.append(match)
            reach = match.end
        }
        return kept
    }

    /// Full-width letters and digits as plain ones, in lower case.
    static func folded(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    guard (0xFF01...0xFF5E).contains(scalar.value) else { return scalar }
                    return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
                })
        ).lowercased()
    }
}
