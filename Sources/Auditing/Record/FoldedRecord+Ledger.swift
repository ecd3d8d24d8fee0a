package import Casework
import Workflow
import WorkingTime

/// What a row of the ledger tells of an issue. Term: 台账.
extension FoldedRecord {
    /// What happened in the month, in order.
    package func history(in month: AuditMonth) -> [HistoryStep] { Array(steps(in: month)) }

    /// The latest run of the time that solving the issue may take. Term: 解决时限.
    package var resolveClock: Clock? { clocks(.resolution).last }

    /// Marks of every run of that time, in the order in which they were passed.
    package var resolveMarks: [PassedMark] {
        passedMarks.filter { isClock($0.clock, kind: $0.kind, .resolution) }
    }

    package var dispatchCount: Int { count(.dispatches) }
    package var sendBackCount: Int { count(.sendBacks) }
    package var extensionCount: Int { count(.extensions) }
    package var reworkCount: Int { count(.reworks) }
    package var recurrenceCount: Int { count(.recurrences) }

    package var result: String? { issue.attributes.text(.result) }
    package var evaluation: String? { issue.attributes.text(.evaluation) }
}
