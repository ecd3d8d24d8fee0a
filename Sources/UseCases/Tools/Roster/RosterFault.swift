package import Languages
package import Store

/// Says what is wrong with one line of a table, and what would be right.
package struct RosterFault: Error, Hashable, Sendable, CustomStringConvertible {
    package let table: RosterTable
    package let line: Int
    package let problem: Label
    package let remedy: Label

    package var code: String { "DB530" }

    package var description: String { text.en }

    package var text: Label {
        Label { "\(table.fileName):\(line)" + $0("：", ": ") + words.text(in: $0) }
    }

    /// What is wrong, and what would be right.
    package var words: Label {
        Label { problem.text(in: $0) + $0("；", "; ") + remedy.text(in: $0) }
    }
}
