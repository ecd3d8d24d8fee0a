package import Workflow
import WorkingTime

/// Says which revision of a calendar the running clocks go over to.
package struct CalendarAdoption: Hashable, Sendable, Codable {
    /// The name under which the adoption stands in each history; no workflow may define it.
    package static let action = "adoptCalendar"
    package static let label = Label(zh: "启用新版工作日历", en: "Adopt a revised calendar")

    package let calendar: String
    package let revision: Int

    package init(calendar: String, revision: Int) {
        self.calendar = calendar
        self.revision = revision
    }

    /// Lists the moves that must be published with a version: an adoption moves no open state.
    package static func moves(of definition: WorkflowDefinition) -> [Move] {
        definition.states.filter(\.isOpen).map {
            Move(from: $0.name, action: action, to: $0.name)
        }
    }

    /// Tells whether a clock runs on an earlier revision of the calendar.
    func concerns(_ clock: Clock) -> Bool {
        !clock.isEnded && clock.calendar == calendar && clock.calendarRevision < revision
    }
}

extension Decider {
    /// Pins an issue's running clocks to a later revision of their calendar, and moves their
    /// deadlines to what that revision says; nil where no clock is concerned.
    ///
    /// An original deadline stays, and so does the fact of a breach; one that the new deadline puts
    /// off no longer counts. Who handles the issue is told where a deadline moved.
    func adopt(
        _ adoption: CalendarAdoption, on issue: Issue, person: PersonID, key: CommandKey,
        requestDigest: [UInt8], at instant: Instant
    ) throws -> (event: IssueEvent, after: Issue)? {
        guard let revision = world.calendar(adoption.calendar, revision: adoption.revision) else {
            throw WorldFault(
                "revision \(adoption.revision) of the calendar \(adoption.calendar) "
                    + "is not published")
        }
        let concerned = issue.clocks.filter(adoption.concerns)
        guard !concerned.isEmpty else { return nil }
        var draft = Draft(
            try administrative(
                CalendarAdoption.action, CalendarAdoption.label, in: try workflow(of: issue),
                at: instant),
            on: issue)
        draft.adoption = adoption
        for clock in concerned { try draft.pin(clock, to: revision) }
        let hasMoved = concerned.contains { old in
            draft.issue.clocks.contains { $0.number == old.number && $0.dueAt != old.dueAt }
        }
        if hasMoved { draft.tell([.handler, .unitHead]) }
        return try draft.event(
            to: issue.state, by: Attribution(person: person, role: .systemAdministrator), key: key,
            requestDigest: requestDigest, comment: nil, fields: [:])
    }

    /// What an administrator does to running issues, by no rule of their workflow.
    func administrative(
        _ name: String, _ label: Label, in workflow: PublishedWorkflow, at instant: Instant
    ) throws(WorldFault) -> Situation {
        let action = ActionDefinition(
            name: name, label: label, isAutomatic: true, rights: [], transitions: [], fields: [],
            guards: [], effects: [])
        return Situation(
            world: world, workflow: workflow, calendar: try currentCalendar(workflow.definition),
            at: instant, principal: .system,
            standing: Authority.Standing(role: .systemAdministrator, unit: nil), action: action,
            fields: [:])
    }
}

extension Draft {
    fileprivate mutating func pin(
        _ clock: Clock, to revision: WorkingCalendar
    ) throws(Refusal) {
        guard let old = situation.world.calendar(of: clock) else { return }
        let new = situation.world.calendar(revision, for: clock.party)
        let marks = marks(on: new)
        let at = situation.at
        try change(clock.number) { clock throws(Refusal) in
            try clock.adopt(new, from: old, at: at)
            try marks.arm(&clock)
        }
    }
}

extension Clock {
    fileprivate mutating func adopt(
        _ new: WorkingCalendar, from old: WorkingCalendar, at instant: Instant
    ) throws(Refusal) {
        let wasMoved = wasMoved
        let ended = pauses.filter { $0.until != nil }
        let byLimit = try Draft.deadline(new, from: startedAt, limit, pauses: ended)
        let due = wasMoved ? Self.carried(dueAt, from: old, to: new) : byLimit.at
        calendarRevision = new.revision
        hoursOf = new.unit
        movedByPauses = byLimit.at
        isProvisional = new.isProvisional(due)
        guard due != dueAt else { return }
        dueAt = max(due, startedAt)
        if let breachedAt, breachedAt < dueAt {
            savedAt = (heldAt ?? instant) <= dueAt ? instant : nil
        } else {
            savedAt = nil
        }
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
