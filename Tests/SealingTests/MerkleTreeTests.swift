import Sealing
import Testing

@Suite("The tree over all issues")
struct MerkleTreeTests {
    /// Source: the vectors of Certificate Transparency for RFC 6962.
    private static let leaves: [[UInt8]] = [
        [], [0x00], [0x10], [0x20, 0x21], [0x30, 0x31], [0x40, 0x41, 0x42, 0x43],
        [0x50, 0x51, 0x52, 0x53, 0x54, 0x55, 0x56, 0x57], Array(0x60...0x6F),
    ]

    private static let roots = [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ]

    @Test("has the roots of RFC 6962", arguments: 0...8)
    func root(size: Int) {
        #expect(Samples.hex(MerkleTree(Self.leaves.prefix(size)).root) == Self.roots[size])
    }

    @Test("proves each leaf, and no other, at no other place", arguments: 1...40)
    func inclusion(size: Int) throws {
        let leaves = (0..<size).map { [UInt8(truncatingIfNeeded: $0), 7] }
        let tree = MerkleTree(leaves)
        for index in 0..<size {
            let proof = try #require(InclusionProof(of: index, in: tree))
            #expect(proof.proves(leaves[index], in: tree.root))
            #expect(!proof.proves(leaves[index] + [0], in: tree.root))
            for other in 0..<size where other != index {
                let moved = InclusionProof(index: other, size: size, path: proof.path)
                #expect(!moved.proves(leaves[index], in: tree.root), "\(index) as \(other)")
            }
            for place in proof.path.indices {
                var path = proof.path
                path.remove(at: place)
                let cut = InclusionProof(index: index, size: size, path: path)
                #expect(!cut.proves(leaves[index], in: tree.root))
            }
        }
        #expect(InclusionProof(of: size, in: tree) == nil)
    }

    @Test("takes no node for a leaf")
    func domains() throws {
        let tree = MerkleTree(Self.leaves.prefix(2))
        let nodes = Self.leaves.prefix(2).flatMap(MerkleTree.leafHash)
        #expect(MerkleTree([nodes]).root != tree.root)
    }

    @Test("goes by the numbers of issues, in whatever order they come")
    func order() {
        let heads = Samples.heads(9)
        #expect(MerkleTree(heads).root == MerkleTree(Array(heads.reversed())).root)
    }
}
