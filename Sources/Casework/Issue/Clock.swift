package import WorkingTime

/// One run of one time limit for one party.
///
/// Term: 时限. Invariant: `originalDueAt` never changes; `breachedAt`, once set, stays.
package struct Clock: Hashable, Sendable, Codable {
    package enum Status: String, Hashable, Sendable, Codable, CaseIterable {
        case running, paused
        /// Taken as met until a review says otherwise.
        case held
        case met
        /// Ended after its deadline.
        case late
        /// Ended without a verdict.
        case cancelled
    }

    /// Counts from 1 within the issue.
    package let number: Int
    package let kind: String
    package let cycle: Int
    /// The code of the unit that it runs for; nil where it is the enterprise.
    package var party: String?
    /// The class whose marks it passes: that of the issue when it was started.
    package var issueClass: String?
    /// The number of the step of the plan that it runs for, from 1; nil for other clocks.
    package let step: Int?
    /// Pinned when it was started; only a move to another version of the workflow changes it.
    package var limit: TimeLimit
    package let calendar: String
    package let calendarRevision: Int
    package let startedAt: Instant
    package var pauses: [Pause]
    package let originalDueAt: Instant
    package var dueAt: Instant
    package var isProvisional: Bool
    /// The deadline as the limit and the pauses give it; nil while no pause has ended.
    package var movedByPauses: Instant?
    package var status: Status
    package var heldAt: Instant?
    package var endedAt: Instant?
    package var breachedAt: Instant?
    /// The names of the marks that it passed, in that order.
    package var passedMarks: [String]
    package var nextMark: String?
    /// Nil where no mark is left or the clock stands still.
    package var nextAlarmAt: Instant?

    package init(
        number: Int, kind: String, cycle: Int, party: String?, issueClass: String?,
        limit: TimeLimit, calendar: String, calendarRevision: Int, startedAt: Instant,
        dueAt: Instant, isProvisional: Bool, step: Int? = nil
    ) {
        self.number = number
        self.kind = kind
        self.cycle = cycle
        self.party = party
        self.issueClass = issueClass
        self.step = step
        self.limit = limit
        self.calendar = calendar
        self.calendarRevision = calendarRevision
        self.startedAt = startedAt
        self.pauses = []
        self.originalDueAt = dueAt
        self.dueAt = dueAt
        self.isProvisional = isProvisional
        self.status = .running
        self.passedMarks = []
    }

    /// The kind that queues, signals and on-time rates go by.
    package static let resolveKind = "resolve"

    package var isEnded: Bool { [.met, .late, .cancelled].contains(status) }
}
