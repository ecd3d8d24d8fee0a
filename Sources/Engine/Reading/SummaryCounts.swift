package import Casework

/// Names what a summary is grouped by.
package enum SummaryGrouping: String, CaseIterable, Sendable {
    /// The lead unit. Term: 责任单位.
    case unit
    /// Term: 县区.
    case district
    /// Term: 类别.
    case category
    /// The service officer, else whoever filed it. Term: 服务员.
    case officer
}

/// How many issues of one group there were in a period, and how many there are now.
package struct SummaryCounts: Hashable, Sendable {
    package var filed = 0
    package var closed = 0
    /// Of those closed: with a resolution that was met or missed.
    package var judged = 0
    /// Of those judged: met.
    package var inTime = 0
    package var open = 0
    /// Of those open: past the deadline of their resolution.
    package var overdue = 0
    /// Of those open: above level 0.
    package var raised = 0

    package init() {}

    package static func += (sum: inout SummaryCounts, part: SummaryCounts) {
        sum.filed += part.filed
        sum.closed += part.closed
        sum.judged += part.judged
        sum.inTime += part.inTime
        sum.open += part.open
        sum.overdue += part.overdue
        sum.raised += part.raised
    }
}

/// What a version of a workflow calls what summaries count by.
package struct ClosingNames: Hashable, Sendable {
    package let version: WorkflowVersionID
    /// Names of states.
    package let closed: [String]
    /// Kinds of clocks.
    package let resolutions: [String]

    package init(version: WorkflowVersionID, closed: [String], resolutions: [String]) {
        self.version = version
        self.closed = closed
        self.resolutions = resolutions
    }
}
