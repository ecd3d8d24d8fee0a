import Languages
import Workflow
package import WorkingTime

/// Says which revision of a calendar the running clocks go over to.
package struct CalendarAdoption: Hashable, Sendable {
    package let calendar: String
    package let revision: Int

    package init(calendar: String, revision: Int) {
        self.calendar = calendar
        self.revision = revision
    }

    /// Tells whether a clock runs on an earlier revision of the calendar.
    func concerns(_ clock: Clock) -> Bool {
        !clock.isEnded && clock.calendar == calendar && clock.calendarRevision < revision
    }
}

extension CalendarAdoption: AdministrativeAct {
    package static let action = AdministrativeAction(
        name: "adoptCalendar",
        label: Label(zh: "启用新版工作日历", en: "Adopt a revised calendar"),
        purpose: "clocks go over to a revised calendar")

    package var keyParts: [String] { [calendar, "\(revision)"] }

    package func change(
        _ issue: Issue, _ terms: AdministrativeTerms, by decider: Decider
    ) throws -> (event: IssueEvent, after: Issue)? {
        try decider.adopt(self, on: issue, terms)
    }
}

/// Holds what an adoption did, as its event says it.
package struct CalendarChange: Hashable, Sendable, Codable {
    package struct Moved: Hashable, Sendable, Codable {
        /// The number of the clock that runs on.
        package let clock: Int
        package let from: Instant
        /// The number of the run that missed the deadline, where the clock takes its place.
        package let inPlaceOf: Int?

        package init(clock: Int, from: Instant, inPlaceOf: Int?) {
            self.clock = clock
            self.from = from
            self.inPlaceOf = inPlaceOf
        }
    }

    package let calendar: String
    package let revision: Int
    /// The deadlines that moved.
    package let moved: [Moved]

    package init(calendar: String, revision: Int, moved: [Moved]) {
        self.calendar = calendar
        self.revision = revision
        self.moved = moved
    }
}

extension Decider {
    /// Pins an issue's running clocks to a later revision of their calendar, and moves their
    /// deadlines to what that revision says; nil where no clock is concerned.
    ///
    /// An original deadline stays. A run that missed its deadline keeps that breach and ends without
    /// a verdict where the deadline moves; another goes on in its place, and passes again what lies
    /// ahead of it. Who handles the issue is told where a deadline moved.
    func adopt(
        _ adoption: CalendarAdoption, on issue: Issue, _ terms: AdministrativeTerms
    ) throws -> (event: IssueEvent, after: Issue)? {
        guard
            let revision = world.calendars.calendar(
                adoption.calendar, revision: adoption.revision)
        else {
            throw WorldFault(
                "revision \(adoption.revision) of the calendar \(adoption.calendar) "
                    + "is not published")
        }
        let concerned = issue.clocks.filter(adoption.concerns)
        guard !concerned.isEmpty else { return nil }
        var draft = Draft(
            try situation(CalendarAdoption.action, in: try workflow(of: issue), terms), on: issue)
        var moved: [CalendarChange.Moved] = []
        for clock in concerned {
            if let change = try draft.pin(clock, to: revision) { moved.append(change) }
        }
        draft.adoption = CalendarChange(
            calendar: adoption.calendar, revision: adoption.revision, moved: moved)
        if !moved.isEmpty { draft.tell([.handler, .unitHead]) }
        return try draft.event(to: issue.state, terms)
    }
}

extension Draft {
    /// Returns: how the deadline moved; nil where it did not.
    fileprivate mutating func pin(
        _ clock: Clock, to revision: WorkingCalendar
    ) throws(Refusal) -> CalendarChange.Moved? {
        guard let old = situation.world.calendars.calendar(of: clock) else { return nil }
        // What missed its deadline stays on the hours by which it missed it.
        let new =
            clock.breachedAt == nil
            ? situation.world.directory.calendar(revision, for: clock.party)
            : revision.hours(of: clock.hoursOf)
        let marks = marks(on: new)
        var pinned = clock
        try pinned.goOver(to: new, from: old)
        let hasMoved = pinned.dueAt != clock.dueAt
        guard hasMoved, clock.breachedAt != nil else {
            try change(clock.number) { clock throws(Refusal) in
                clock = pinned
                try marks.arm(&clock)
            }
            return hasMoved
                ? CalendarChange.Moved(clock: clock.number, from: clock.dueAt, inPlaceOf: nil) : nil
        }
        let at = situation.at
        var next = Clock(
            following: pinned, number: issue.clockCount + 1, cycle: clock.cycle,
            originalDueAt: clock.originalDueAt)
        let judgedAt = next.judgedAt(at)
        next.breachedAt = judgedAt > next.dueAt ? next.dueAt : nil
        next.passedMarks = []
        for mark in marks.marks(of: next) where clock.passedMarks.contains(mark.name) {
            let isBehind = try marks.instantAsItStood(of: mark, on: next) < judgedAt
            if isBehind { next.passedMarks.append(mark.name) }
        }
        try marks.arm(&next)
        try change(clock.number) { clock throws(Refusal) in
            clock.cancel(at: at)
            clock.breachLiftedAt = at
        }
        add(next)
        return CalendarChange.Moved(
            clock: next.number, from: clock.dueAt, inPlaceOf: clock.number)
    }
}

extension Clock {
    /// Goes over to another calendar or other hours: the deadline becomes what the limit and the
    /// pauses that have ended give on it.
    mutating func goOver(
        to new: WorkingCalendar, from old: WorkingCalendar
    ) throws(Refusal) {
        let wasMoved = wasMoved
        let ended = pauses.filter { $0.until != nil }
        let byLimit = try Draft.deadline(new, from: startedAt, limit, pauses: ended)
        let due = wasMoved ? Self.carried(dueAt, from: old, to: new) : byLimit.at
        calendarRevision = new.revision
        hoursOf = new.unit
        movedByPauses = byLimit.at
        isProvisional = new.isProvisional(due)
        dueAt = max(due, startedAt)
    }

    /// Carries over a deadline that somebody set: the closing of a day stays the closing of that
    /// day or, when it now rests, of the next working day.
    private static func carried(
        _ due: Instant, from old: WorkingCalendar, to new: WorkingCalendar
    ) -> Instant {
        if let date = old.dayClosing(at: due) { return new.closing(onOrAfter: date) ?? due }
        return new.nextWorkingInstant(atOrAfter: due) ?? due
    }
}
