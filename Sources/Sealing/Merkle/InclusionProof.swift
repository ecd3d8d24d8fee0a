/// Proves that one leaf is in a tree, to whoever knows the tree's root and size.
///
/// Source: RFC 9162, 2.1.3.2.
package struct InclusionProof: Hashable, Sendable, Codable {
    /// Counts from 0.
    package let index: Int
    /// How many leaves the tree has.
    package let size: Int
    /// Hexadecimal; the partner on each level, from below.
    package let path: [String]

    package init(index: Int, size: Int, path: [String]) {
        self.index = index
        self.size = size
        self.path = path
    }

    /// - Returns: nil where the tree has no leaf of the index.
    package init?(of index: Int, in tree: MerkleTree) {
        guard let path = tree.path(to: index) else { return nil }
        self.init(index: index, size: tree.count, path: path.map(HexDigits.text))
    }

    /// Tells whether it leads from the leaf to the root.
    package func proves(_ leaf: [UInt8], in root: [UInt8]) -> Bool {
        guard (0..<size).contains(index) else { return false }
        var (place, last) = (index, size - 1)
        var hash = MerkleTree.leafHash(leaf)
        for step in path {
            guard last > 0, let partner = HexDigits.bytes(step), partner.count == root.count else {
                return false
            }
            if place & 1 == 1 || place == last {
                hash = MerkleTree.nodeHash(partner, hash)
                // Levels on which the node had no partner.
                while place & 1 == 0, place != 0 { (place, last) = (place >> 1, last >> 1) }
            } else {
                hash = MerkleTree.nodeHash(hash, partner)
            }
            (place, last) = (place >> 1, last >> 1)
        }
        return last == 0 && hash == root
    }
}
