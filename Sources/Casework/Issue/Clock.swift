package import WorkingTime

/// One run of one time limit for one party.
///
/// Term: 时限. Invariant: `originalDueAt` never changes; `breachedAt`, once set, stays;
/// `breachLiftedAt` is set only beside it.
package struct Clock: Hashable, Sendable, Decodable {
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

    /// As the record names them; digests cover the names.
    private enum CodingKeys: String, CodingKey {
        case number, kind, cycle, party, issueClass, step, limit, calendar, calendarRevision,
            hoursOf
        case startedAt, pauses, originalDueAt, dueAt, isProvisional, movedByPauses, status, heldAt
        case endedAt, breachedAt
        case breachLiftedAt = "savedAt"
        case passedMarks, nextMark, nextAlarmAt
    }

    /// Counts from 1 within the issue.
    package let number: Int
    package let kind: String
    /// Counts the clocks of its kind within the issue, from 1.
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
    /// The revision that it began with; only the adoption of a later one changes it.
    package var calendarRevision: Int
    /// The code of the unit whose own hours it runs on; nil: those that hold for the others.
    package var hoursOf: String?
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
    /// When a later revision of the calendar moved the deadline that was missed: the breach stays a
    /// fact of this run, which no longer counts, and another run goes on in its place.
    package var breachLiftedAt: Instant?
    /// The names of the marks that it passed, in that order.
    package var passedMarks: [String]
    package var nextMark: String?
    /// Nil where no mark is left or the clock stands still.
    package var nextAlarmAt: Instant?

    package init(
        number: Int, kind: String, cycle: Int, party: String?, issueClass: String?,
        limit: TimeLimit, calendar: String, calendarRevision: Int, startedAt: Instant,
        dueAt: Instant, isProvisional: Bool, step: Int? = nil, hoursOf: String? = nil
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
        self.hoursOf = hoursOf
        self.startedAt = startedAt
        self.pauses = []
        self.originalDueAt = dueAt
        self.dueAt = dueAt
        self.isProvisional = isProvisional
        self.status = .running
        self.passedMarks = []
    }

    /// Makes another run of a clock, which goes on where that one stands.
    init(following other: Clock, number: Int, cycle: Int, originalDueAt: Instant) {
        self.init(
            number: number, kind: other.kind, cycle: cycle, party: other.party,
            issueClass: other.issueClass, limit: other.limit, calendar: other.calendar,
            calendarRevision: other.calendarRevision, startedAt: other.startedAt,
            dueAt: originalDueAt, isProvisional: other.isProvisional, step: other.step,
            hoursOf: other.hoursOf)
        pauses = other.pauses
        dueAt = other.dueAt
        movedByPauses = other.movedByPauses
        status = other.status
        heldAt = other.heldAt
        breachedAt = other.breachedAt
        passedMarks = other.passedMarks
    }

    /// Tells whether the deadline was missed and still counts as missed.
    package var isBreached: Bool { breachedAt != nil && breachLiftedAt == nil }

    package var isEnded: Bool { [.met, .late, .cancelled].contains(status) }
}

extension Clock {
    /// Counts the working time from the effective deadline to the end of the work, pauses left out;
    /// nil where it did not end later.
    ///
    /// - Parameters:
    ///   - calendar: the one that the clock is pinned to.
    ///   - instant: stands for the end where the work goes on; nil: then nothing is said.
    /// Units: whole working seconds.
    package func workingSecondsOver(
        on calendar: WorkingCalendar, asOf instant: Instant? = nil
    ) -> Int64? {
        guard breachLiftedAt == nil, let end = heldAt ?? endedAt ?? instant, end > dueAt else {
            return nil
        }
        return calendar.workingSeconds(from: dueAt, to: end, pauses: pauses)
    }
}

extension Clock {
    /// The instant by which it is judged: when the work was done, when it was stopped, or now.
    package func judgedAt(_ now: Instant) -> Instant {
        if let done = heldAt ?? endedAt { return done }
        if status == .paused, let pause = pauses.last { return pause.from }
        return now
    }

    /// Tells whether it was met by the deadline that it was started with, whatever moved it later;
    /// nil until it was met or ended late.
    package var metByOriginal: Bool? {
        guard let endedAt, status != .cancelled else { return nil }
        return dueAt == originalDueAt ? status == .met : endedAt <= originalDueAt
    }
}
