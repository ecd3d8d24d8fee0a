package import Languages
package import Store

/// What became of the tables that were put.
package struct RosterReport: Sendable {
    /// What became of one line.
    package struct Line: Sendable, CustomStringConvertible {
        package enum Outcome: String, Sendable {
            case added, changed, unchanged, refused

            package var label: Label {
                switch self {
                case .added: Label(zh: "新增", en: rawValue)
                case .changed: Label(zh: "修改", en: rawValue)
                case .unchanged: Label(zh: "不变", en: rawValue)
                case .refused: Label(zh: "拒绝", en: rawValue)
                }
            }
        }

        package let table: RosterTable
        package let line: Int
        package let outcome: Outcome
        /// The row's own names, or what is wrong with it.
        package let words: Label

        package var description: String { text.en }

        package var text: Label {
            Label {
                [
                    "\(table.fileName):\(line)", outcome.label.text(in: $0), words.text(in: $0),
                ].joined(separator: $0("：", ": "))
            }
        }
    }

    package var lines: [Line] = []
    package var faults: [RosterFault] = []
    package var warnings: [Label] = []
    /// What open issues would be left without: the tables are refused then.
    package var strandings: [Label] = []

    package var isRefused: Bool { !faults.isEmpty || !strandings.isEmpty }

    package func count(_ outcome: Line.Outcome) -> Int { lines.count { $0.outcome == outcome } }
}

extension RosterReport {
    mutating func refuse(_ fault: RosterFault) {
        faults.append(fault)
        lines.append(
            Line(
                table: fault.table, line: fault.line, outcome: .refused,
                words: fault.words))
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
