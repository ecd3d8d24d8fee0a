import Languages
package import Workflow
import WorkingTime

/// Says how running issues go from one version of a workflow to another.
///
/// What is not mapped keeps its name.
package struct VersionMove: Hashable, Sendable {
    package let from: WorkflowVersionID
    package let to: WorkflowVersionID
    package let states: [String: String]
    package let classes: [String: String]
    package let categories: [String: String]

    package init(
        from: WorkflowVersionID, to: WorkflowVersionID, states: [String: String] = [:],
        classes: [String: String] = [:], categories: [String: String] = [:]
    ) {
        self.from = from
        self.to = to
        self.states = states
        self.classes = classes
        self.categories = categories
    }

    package func state(_ name: String) -> String { states[name] ?? name }

    /// Lists the moves between open states that the plan allows, as they must be published.
    package func moves(
        from old: WorkflowDefinition, to new: WorkflowDefinition
    ) -> [Move] {
        old.states.filter(\.isOpen).compactMap { state in
            guard let target = new.state(self.state(state.name)), target.isOpen else { return nil }
            return Move(from: state.name, action: Self.action.name, to: target.name)
        }
    }
}

extension VersionMove: AdministrativeAct {
    package static let action = AdministrativeAction(
        name: "moveVersion", label: Label(zh: "迁移至新版流程", en: "Move to another version"),
        purpose: "issues move to another version")

    package var keyParts: [String] { [from.description, to.description] }

    package func change(
        _ issue: Issue, _ terms: AdministrativeTerms, by decider: Decider
    ) throws -> (event: IssueEvent, after: Issue)? {
        try decider.move(issue, by: self, terms)
    }
}

extension Decider {
    /// Moves an issue to another version: its state, class and category by the plan, its running
    /// clocks to the limits and marks of the new version.
    ///
    /// A limit that changed counts from the clock's own start; its original deadline stays. What
    /// was breached or extended keeps its deadline; a clock that the new version does not know is
    /// ended without a verdict.
    ///
    /// - Throws: `Refusal.cannotMove` with every reason, before anything is changed.
    func move(
        _ issue: Issue, by move: VersionMove, _ terms: AdministrativeTerms
    ) throws -> (event: IssueEvent, after: Issue) {
        guard let old = world.definitions.workflow(move.from),
            let new = world.definitions.workflow(move.to)
        else {
            throw WorldFault("the version \(move.to) is not published")
        }
        let target = move.state(issue.state)
        let reasons = MoveObstacles(
            issue: issue, move: move, old: old.definition, new: new.definition
        ).reasons()
        guard reasons.isEmpty else { throw Refusal.cannotMove(reasons) }
        var draft = Draft(try situation(VersionMove.action, in: new, terms), on: issue)
        draft.move = VersionChange(from: move.from, to: move.to)
        draft.rename(.issueClass, by: move.classes)
        draft.rename(.category, by: move.categories)
        for clock in draft.issue.liveClocks {
            try draft.refit(clock, by: move, from: old.definition)
        }
        return try draft.event(to: target, terms)
    }
}

extension Draft {
    fileprivate mutating func rename(_ attribute: Attribute, by names: [String: String]) {
        guard let now = issue.attributes.text(attribute), let new = names[now] else { return }
        issue.attributes[attribute] = .text(new)
    }

    /// Fits a running clock to the new version.
    ///
    /// A clock whose limit is not the one of its class got a date from somebody, and keeps it.
    fileprivate mutating func refit(
        _ clock: Clock, by move: VersionMove, from old: WorkflowDefinition
    ) throws(Refusal) {
        let definition = situation.workflow.definition
        let at = situation.at
        guard let kind = definition.clock(clock.kind),
            let calendar = situation.world.calendars.calendar(of: clock)
        else { return try change(clock.number) { $0.cancel(at: at) } }
        let marks = marks(on: calendar)
        let oldLimit =
            clock.issueClass.flatMap(old.issueClass)?.limits[clock.kind]
            ?? old.clock(clock.kind)?.limit
        let named = clock.issueClass.map { move.classes[$0] ?? $0 }
        let issueClass = named.flatMap(definition.issueClass) ?? situation.issueClass(of: issue)
        let limit = issueClass?.limits[clock.kind] ?? kind.limit
        let isDated = kind.isDated || clock.limit != oldLimit
        guard isDated || limit != nil else {
            return try change(clock.number) { $0.cancel(at: at) }
        }
        var fitted = clock
        fitted.issueClass = issueClass?.name
        if !isDated, let limit, limit != clock.limit, clock.breachedAt == nil, !clock.wasMoved {
            try fitted.refit(to: limit, on: calendar)
        }
        let known = ClockMarks(definition: old, calendar: calendar).marks(of: clock)
        for mark in marks.marks(of: fitted) where !fitted.passedMarks.contains(mark.name) {
            if try marks.wasTold(mark, among: known, on: clock, at: at) {
                fitted.passedMarks.append(mark.name)
            }
        }
        try marks.arm(&fitted)
        // The event tells of those clocks only that the move changes.
        if fitted != clock { try change(clock.number) { $0 = fitted } }
    }
}

extension ClockMarks {
    /// Tells whether a clock that goes over to these marks has no need of one of them any more.
    ///
    /// A mark that the old version had, by this name or at this moment, rings unless it rang; a new
    /// one only if it lies ahead. A clock that stands still is judged by when it stopped.
    fileprivate func wasTold(
        _ mark: MarkDefinition, among known: [MarkDefinition], on clock: Clock, at now: Instant
    ) throws(Refusal) -> Bool {
        let same = known.filter { $0.name == mark.name || $0.moment == mark.moment }
        guard same.isEmpty else { return same.contains { clock.passedMarks.contains($0.name) } }
        return try instantAsItStood(of: mark, on: clock) <= clock.judgedAt(now)
    }
}

extension Clock {
    /// Counts another limit from the clock's own start, less its pauses that have ended.
    fileprivate mutating func refit(
        to limit: TimeLimit, on calendar: WorkingCalendar
    ) throws(Refusal) {
        let ended = pauses.filter { $0.until != nil }
        let deadline = try Draft.deadline(calendar, from: startedAt, limit, pauses: ended)
        self.limit = limit
        dueAt = deadline.at
        movedByPauses = deadline.at
        isProvisional = deadline.isProvisional
    }
}
