package import Store

/// What became of the tables that were put.
package struct RosterReport: Sendable {
    /// What became of one line.
    package struct Line: Sendable, CustomStringConvertible {
        package enum Outcome: String, Sendable { case added, changed, unchanged, refused }

        package let table: RosterTable
        package let line: Int
        package let outcome: Outcome
        /// The row's own names, or what is wrong with it.
        package let words: String

        package var description: String { "\(table.fileName):\(line): \(outcome): \(words)" }
    }

    package var lines: [Line] = []
    package var faults: [RosterFault] = []
    package var warnings: [String] = []
    /// What open issues would be left without: the tables are refused then.
    package var strandings: [String] = []

    package var isRefused: Bool { !faults.isEmpty || !strandings.isEmpty }

    package func count(_ outcome: Line.Outcome) -> Int { lines.count { $0.outcome == outcome } }
}

extension RosterReport {
    mutating func refuse(_ fault: RosterFault) {
        faults.append(fault)
        lines.append(
            Line(
                table: fault.table, line: fault.line, outcome: .refused,
                words: "\(fault.problem); \(fault.remedy)"))
    }

    var changes: Int { count(.added) + count(.changed) }

    /// Whether units, people or their roles changed, and not only enterprises and the like.
    var concernsWhoActs: Bool {
        lines.contains { line in
            [RosterTable.divisions, .units, .officers, .grants].contains(line.table)
                && [.added, .changed].contains(line.outcome)
        }
    }
}
