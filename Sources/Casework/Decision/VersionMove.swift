package import Workflow
import WorkingTime

/// Says how running issues go from one version of a workflow to another.
///
/// What is not mapped keeps its name.
package struct VersionMove: Hashable, Sendable {
    /// The name under which the move stands in each history; no workflow may define it.
    package static let action = "moveVersion"
    package static let label = Label(zh: "迁移至新版流程", en: "Move to another version")

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
            return Move(from: state.name, action: Self.action, to: target.name)
        }
    }
}

extension Decider {
    /// Moves an issue to another version: its state, class and category by the plan, its running
    /// clocks to the limits and marks of the new version.
    ///
    /// A limit that changed counts from the clock's own start; its original deadline stays. What
    /// was breached or extended keeps its deadline; a clock that the new version does not know is
    /// ended without a verdict.
    func move(
        _ issue: Issue, by move: VersionMove, person: PersonID, key: CommandKey,
        requestDigest: [UInt8], at instant: Instant
    ) throws -> (event: IssueEvent, after: Issue) {
        guard let old = world.workflow(move.from), let new = world.workflow(move.to) else {
            throw WorldFault("the version \(move.to) is not published")
        }
        let target = move.state(issue.state)
        let reasons = obstacles(issue, move, old.definition, new.definition)
        guard reasons.isEmpty else { throw Refusal.cannotMove(reasons) }
        var draft = Draft(
            try administrative(VersionMove.action, VersionMove.label, in: new, at: instant),
            on: issue)
        draft.move = VersionChange(from: move.from, to: move.to)
        draft.rename("class", by: move.classes)
        draft.rename("category", by: move.categories)
        for clock in draft.issue.liveClocks {
            try draft.refit(clock, by: move, from: old.definition)
        }
        return try draft.event(
            to: target, by: Attribution(person: person, role: .systemAdministrator), key: key,
            requestDigest: requestDigest, comment: nil, fields: [:])
    }

    /// Says why an issue can't go on under the new version; empty where it can.
    private func obstacles(
        _ issue: Issue, _ move: VersionMove, _ old: WorkflowDefinition, _ new: WorkflowDefinition
    ) -> [String] {
        guard issue.workflow == move.from else { return ["it runs on another version"] }
        guard old.state(issue.state)?.isOpen == true else { return ["it has ended"] }
        var reasons: [String] = []
        let state = move.state(issue.state)
        if new.state(state) == nil {
            reasons.append("the new version has no state `\(state)`: map it")
        } else if new.state(state)?.isOpen == false {
            reasons.append("the state `\(state)` is terminal in the new version: map it")
        }
        let now = issue.attributes.issueClass ?? old.defaultClass
        let issueClass = move.classes[now] ?? now
        if new.issueClass(issueClass) == nil {
            reasons.append("the new version has no class `\(issueClass)`: map it")
        }
        let category = move.categories[issue.attributes.category] ?? issue.attributes.category
        if new.category(category) == nil {
            reasons.append("the new version has no category `\(category)`: map it")
        }
        return reasons.isEmpty ? stranded(issue, in: state, move, old, new) : reasons
    }

    /// Says which running clocks nothing could ring, resume or release in the new state.
    private func stranded(
        _ issue: Issue, in state: String, _ move: VersionMove, _ old: WorkflowDefinition,
        _ new: WorkflowDefinition
    ) -> [String] {
        let reach = Reach(of: new, from: state)
        return issue.liveClocks.compactMap { clock -> String? in
            guard new.clock(clock.kind) != nil else { return nil }
            switch clock.status {
            case .paused:
                if !reach.does({ $0 == .resume(clock: clock.kind) }) {
                    return "nothing resumes the paused clock `\(clock.kind)` in `\(state)`"
                }
            case .held:
                if !reach.settles(clock.kind) {
                    return "nothing releases or stops the held clock `\(clock.kind)` in `\(state)`"
                }
            case .running, .met, .late, .cancelled: break
            }
            let named = clock.issueClass.map { move.classes[$0] ?? $0 }
            let issueClass = new.issueClass(named ?? new.defaultClass)
            let marks = issueClass?.marks[clock.kind] ?? new.clock(clock.kind)?.marks ?? []
            let mute = marks.first {
                new.action($0.action)?.transitions(from: state).first == nil
            }
            return mute.map {
                "the mark `\($0.name)` of the running clock `\(clock.kind)` rings "
                    + "`\($0.action)`, which is not possible in `\(state)`"
            }
        }
    }
}

/// What can still be done to clocks from a state on, without ending the issue first.
private struct Reach {
    private let effects: [Effect]

    init(of definition: WorkflowDefinition, from state: String) {
        var reached: Set = [state]
        var waiting = [state]
        var effects: [Effect] = []
        while let next = waiting.popLast() {
            for action in definition.actions {
                for transition in action.transitions(from: next) {
                    effects += action.effects + transition.effects
                    guard definition.state(transition.to)?.isOpen == true,
                        reached.insert(transition.to).inserted
                    else { continue }
                    waiting.append(transition.to)
                }
            }
        }
        self.effects = effects
    }

    func does(_ isMeant: (Effect) -> Bool) -> Bool { effects.contains(where: isMeant) }

    func settles(_ clock: String) -> Bool {
        does {
            [.release(clock: clock), .stop(clock: clock), .start(clock: clock)].contains($0)
                || $0 == .continueLast(clock: clock)
        }
    }
}

extension Draft {
    fileprivate mutating func rename(_ attribute: String, by names: [String: String]) {
        guard let now = issue.attributes[attribute]?.text, let new = names[now] else { return }
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
            let calendar = situation.world.calendar(of: clock)
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
