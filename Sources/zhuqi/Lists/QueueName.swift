import ArgumentParser
import Client

/// Names what is listed.
enum QueueName: String, CaseIterable, ExpressibleByArgument {
    case mine, unit, others, overdue, escalated, watched, all

    var duties: DutyQuery.Queue { DutyQuery.Queue(rawValue: rawValue) ?? .mine }
    /// Nil where there are only duties.
    var issues: IssueQuery.Queue? { IssueQuery.Queue(rawValue: rawValue) }
}
