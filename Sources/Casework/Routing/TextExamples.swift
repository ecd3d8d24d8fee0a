import Foundation

/// Judges by texts whose category is known how likely each category is for another text.
///
/// Source: naive Bayes over single characters and pairs, each counted once a text.
package struct TextExamples: Hashable, Sendable {
    private let categories: [String]
    /// For each character or pair, in how many examples of each category it stands.
    private let counts: [UInt64: [Int32]]
    private let sizes: [Int32]

    /// - Parameter texts: by category.
    package init(_ texts: [String: [String]] = [:]) {
        categories = texts.keys.sorted()
        sizes = categories.map { Int32(texts[$0]?.count ?? 0) }
        var counts: [UInt64: [Int32]] = [:]
        for (place, category) in categories.enumerated() {
            for text in texts[category] ?? [] {
                for gram in Self.grams(of: text) {
                    counts[gram, default: Array(repeating: 0, count: categories.count)][place] += 1
                }
            }
        }
        self.counts = counts
    }

    package var isEmpty: Bool { categories.isEmpty }

    /// The logarithm of how well each category fits, up to a sum that all have in common.
    func scores(of text: String) -> [String: Double] {
        var sums = Array(repeating: 0.0, count: categories.count)
        for gram in Self.grams(of: text).sorted() {
            guard let found = counts[gram] else { continue }
            for place in categories.indices {
                let share =
                    (Double(found[place]) + Self.smoothing)
                    / (Double(sizes[place]) + 2 * Self.smoothing)
                sums[place] += log(share)
            }
        }
        return Dictionary(uniqueKeysWithValues: zip(categories, sums))
    }

    /// What a gram that a category has not shown yet counts; chosen by cross-validation on the
    /// examples themselves, as was the weight of a word beside them.
    private static let smoothing = 0.6
    /// What one point of the words weighs beside the examples.
    static let weightOfWords = 4.0

    private static func grams(of text: String) -> Set<UInt64> {
        var grams: Set<UInt64> = []
        var last: UInt32?
        for scalar in TextSignals.folded(text).unicodeScalars {
            guard scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) else {
                last = nil
                continue
            }
            grams.insert(UInt64(scalar.value))
            if let last { grams.insert(UInt64(last) << 32 | UInt64(scalar.value)) }
            last = scalar.value
        }
        return grams
    }
}
