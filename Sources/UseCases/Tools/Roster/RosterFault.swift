package import Store

/// Says what is wrong with one line of a table, and what would be right.
package struct RosterFault: Error, Hashable, Sendable, CustomStringConvertible {
    package let table: RosterTable
    package let line: Int
    package let problem: String
    package let remedy: String

    package var code: String { "DB530" }

    package var description: String {
        "\(table.fileName):\(line): \(problem); \(remedy)"
    }
}
