/// Measures how similar two texts are: the share of pairs of characters that they have in common.
package struct TextSimilarity: Sendable {
    private let pairs: Set<UInt64>

    package init(_ text: String) {
        var pairs: Set<UInt64> = []
        var last: Unicode.Scalar?
        for scalar in TextSignals.folded(text).unicodeScalars {
            guard scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) else {
                last = nil
                continue
            }
            if let last { pairs.insert(UInt64(last.value) << 32 | UInt64(scalar.value)) }
            last = scalar
        }
        self.pairs = pairs
    }

    /// Returns the percentage of the shorter text's pairs that the other has too; 0 where either
    /// has too few to compare.
    package func percent(of other: TextSimilarity) -> Int {
        let least = min(pairs.count, other.pairs.count)
        guard least >= Self.fewest else { return 0 }
        return pairs.intersection(other.pairs).count * 100 / least
    }

    /// Texts of fewer pairs are too short to be compared.
    private static let fewest = 4
}
