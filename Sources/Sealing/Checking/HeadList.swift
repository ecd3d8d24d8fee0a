/// The list of all issues that a seal covers: a line for each, in the order of the numbers.
package struct HeadList: Sendable {
    package let heads: [IssueHead]
    /// Lines that can't be read, or that stand out of order.
    package let mismatches: [SealMismatch]

    package init(_ text: String) {
        var heads: [IssueHead] = []
        var mismatches: [SealMismatch] = []
        // Each line ends; what stands after the last end is no line.
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true {
            lines.removeLast()
        } else if let last = lines.indices.last {
            mismatches.append(.unreadableHead(line: last + 1))
        }
        for (index, line) in lines.enumerated() {
            guard let head = IssueHead(line: String(line)) else {
                mismatches.append(.unreadableHead(line: index + 1))
                continue
            }
            if let last = heads.last, !IssueHead.precedes(last, head) {
                mismatches.append(.headOutOfOrder(line: index + 1))
            }
            heads.append(head)
        }
        self.heads = heads
        self.mismatches = mismatches
    }

    /// The text of the list. No two heads have one number.
    package static func text(_ heads: [IssueHead]) -> String {
        heads.sorted(by: IssueHead.precedes).map { $0.line + "\n" }.joined()
    }
}
