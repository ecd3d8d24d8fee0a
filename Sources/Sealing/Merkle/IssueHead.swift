/// The end of one issue's chain of events when a month was sealed: a leaf of the tree.
///
/// It is for every issue that was born by then, also for those that no file of the month shows.
package struct IssueHead: Hashable, Sendable {
    /// Under which the files show the issue.
    package let number: String
    /// That of its last event.
    package let sequence: Int
    /// That of its last event.
    package let digest: [UInt8]

    package init(number: String, sequence: Int, digest: [UInt8]) {
        self.number = number
        self.sequence = sequence
        self.digest = digest
    }

    /// Reads a line of the list of heads, without its end.
    ///
    /// - Returns: nil for anything that `line` does not write.
    package init?(line: String) {
        let parts = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, !parts[0].isEmpty, let sequence = Int(parts[1]), sequence > 0,
            let digest = HexDigits.bytes(parts[2]), digest.count == 32
        else { return nil }
        self.init(number: parts[0], sequence: sequence, digest: digest)
        guard self.line == line else { return nil }
    }

    /// The head as it stands in the list of heads: `ZQ2026-000123-1 7 9f86d0…`.
    package var line: String { "\(number) \(sequence) \(HexDigits.text(digest))" }

    /// The bytes of the leaf.
    package var leaf: [UInt8] { Array("zhuqi.head.1\n\(line)".utf8) }

    /// By number, byte by byte: the order of the leaves.
    package static func precedes(_ first: IssueHead, _ second: IssueHead) -> Bool {
        first.number.utf8.lexicographicallyPrecedes(second.number.utf8)
    }
}

extension MerkleTree {
    /// - Parameter heads: in any order; no two have one number.
    package init(_ heads: [IssueHead]) {
        self.init(heads.sorted(by: IssueHead.precedes).map(\.leaf))
    }
}
