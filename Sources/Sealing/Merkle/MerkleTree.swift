import Crypto

/// A Merkle tree over leaves in their order: one digest for all of them.
///
/// Leaves and nodes are hashed under different first bytes, so that no node passes for a leaf.
/// Source: RFC 6962, 2.1.
package struct MerkleTree: Sendable {
    /// From the leaves up to the root; a node without a partner goes up as it is.
    private let levels: [[[UInt8]]]

    /// - Parameter leaves: the bytes of each.
    package init(_ leaves: some Sequence<[UInt8]>) {
        self.init(hashes: leaves.map(Self.leafHash))
    }

    /// - Parameter hashes: those of the leaves, as `leafHash` gives them.
    package init(hashes: [[UInt8]]) {
        var levels = [hashes]
        while let last = levels.last, last.count > 1 {
            levels.append(
                stride(from: 0, to: last.count, by: 2).map { index in
                    index + 1 < last.count
                        ? Self.nodeHash(last[index], last[index + 1]) : last[index]
                })
        }
        self.levels = levels
    }

    package var count: Int { levels[0].count }

    /// The digest over all leaves; of no leaf, that of no byte.
    package var root: [UInt8] { levels.last?.first ?? Array(SHA256.hash(data: [UInt8]())) }

    /// What proves that a leaf is in the tree: the partner on each level, from below.
    ///
    /// - Returns: nil where there is no leaf of the index.
    package func path(to index: Int) -> [[UInt8]]? {
        guard levels[0].indices.contains(index) else { return nil }
        var place = index
        var path: [[UInt8]] = []
        for level in levels.dropLast() {
            let partner = place ^ 1
            if partner < level.count { path.append(level[partner]) }
            place >>= 1
        }
        return path
    }

    package static func leafHash(_ leaf: [UInt8]) -> [UInt8] {
        Array(SHA256.hash(data: [0x00] + leaf))
    }

    static func nodeHash(_ left: [UInt8], _ right: [UInt8]) -> [UInt8] {
        Array(SHA256.hash(data: [0x01] + left + right))
    }
}
