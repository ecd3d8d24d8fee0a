import Workflow
package import WorkingTime

extension World {
    /// Tells whether somebody goes on with an open issue: an officer who may lead it on, the enterprise
    /// while it has time for that, or a clock that leads it on or ends it by itself.
    ///
    /// Source: DOMAIN §3.8: nobody is stranded.
    package func hasSomebody(for issue: Issue, at instant: Instant) -> Bool {
        guard let workflow = definitions.workflow(issue.workflow),
            let calendar = calendars.current(workflow.definition.calendar)
        else { return false }
        return ProgressCheck(
            world: self, issue: issue, workflow: workflow, calendar: calendar, at: instant
        ).exists
    }
}

/// Finds whether anybody can go on with one issue.
private struct ProgressCheck {
    let world: World
    let issue: Issue
    let workflow: PublishedWorkflow
    let calendar: WorkingCalendar
    let at: Instant

    private var definition: WorkflowDefinition { workflow.definition }

    var exists: Bool {
        hasEnterprise || isLedOn(in: issue.state, after: [])
            || targetsOfClocks.contains { isOver($0) || isLedOn(in: $0, after: [issue.state]) }
    }

    /// Whether the enterprise has time left for a step of its own.
    private var hasEnterprise: Bool {
        issue.liveClocks.contains { clock in
            clock.status == .running && at < clock.dueAt
                && definition.clock(clock.kind)?.party == .enterprise
        }
    }

    /// The states to which clocks that run lead by themselves.
    private var targetsOfClocks: [String] {
        issue.liveClocks.filter { $0.status == .running }.flatMap { clock in
            ClockMarks.marks(of: clock, in: definition)
                .filter { !clock.passedMarks.contains($0.name) }
                .compactMap { definition.action($0.action) }
                .flatMap { targets(of: $0, from: issue.state) }
        }
    }

    private func isOver(_ state: String) -> Bool { definition.state(state)?.isOpen == false }

    private func targets(of action: ActionDefinition, from state: String) -> [String] {
        action.transitions(from: state).map(\.to).filter { $0 != state }
    }

    /// Tells whether an officer could lead the issue on if it stood in a state.
    ///
    /// What its own service officer or its enterprise does there counts where an officer goes on from
    /// where it leads: else it would stay with those two.
    private func isLedOn(in state: String, after passed: Set<String>) -> Bool {
        let leading = definition.actions.filter {
            !$0.isAutomatic && !targets(of: $0, from: state).isEmpty
        }
        if somebody(may: leading, in: state, by: { !$0.isOwn }) { return true }
        return leading.contains { action in
            let further = targets(of: action, from: state).filter {
                !isOver($0) && !passed.contains($0)
            }
            return !further.isEmpty && isOwned(action, in: state)
                && further.contains { isLedOn(in: $0, after: passed.union([state])) }
        }
    }

    private func isOwned(_ action: ActionDefinition, in state: String) -> Bool {
        // In a state that is still to come the enterprise has its time before it.
        state != issue.state && action.rights.contains { $0.role == .enterprise }
            || somebody(may: [action], in: state) { $0.isOwn }
    }

    private func somebody(
        may actions: [ActionDefinition], in state: String, by counts: (Right) -> Bool
    ) -> Bool {
        let roles = Set(actions.flatMap { $0.rights.filter(counts).map(\.role) })
        guard !roles.isEmpty else { return false }
        var standing = issue
        standing.state = state
        return candidates(roles).contains { person in
            let directory = world.directory
            guard directory.scope(of: .person(person), at: at).sees(issue, in: directory) else {
                return false
            }
            let authority = Authority(
                of: .person(person), in: directory, by: world.ladders, at: at)
            return actions.contains { action in
                authority.standing(for: action, on: standing, by: counts).map {
                    mayHappen(action, by: person, $0, on: standing)
                } ?? false
            }
        }
    }

    /// Whether no guard refuses, whatever values are given.
    private func mayHappen(
        _ action: ActionDefinition, by person: Person, _ standing: Authority.Standing,
        on issue: Issue
    ) -> Bool {
        let situation = Situation(
            world: world, workflow: workflow, calendar: calendar, at: at,
            principal: .person(person), standing: standing, action: action, fields: [:])
        return GuardCheck(situation: situation, issue: issue).firstFailureOfState() == nil
    }

    /// Those of the office and of the lead unit first, then all who could have one of the roles, for
    /// somebody else too.
    private func candidates(_ wanted: Set<Right.Role>) -> [Person] {
        var roles = wanted
        // The office that has a complaint may do what others would.
        if issue.attributes.complainedUnit != nil {
            roles.formUnion([.districtOffice, .cityOffice])
        }
        let directory = world.directory
        let near = [issue.attributes.leadUnit, issue.attributes.office]
            .compactMap { $0.flatMap(directory.unit(code:)) }
            .flatMap { unit in
                roles.flatMap { directory.nearestHolders(of: $0, above: unit.id, at: at) }
            }
        return near + directory.whoCouldHave(roles)
    }
}

extension Right {
    /// Tells whether it is held by whoever looks after the enterprise, and by nobody else.
    fileprivate var isOwn: Bool {
        switch relation {
        case .filer, .pairedOfficer: true
        case .any, .leadUnit, .supportingUnit, .office, .category, .levelHolder, .leaderInCharge,
            .assignedHandler:
            false
        }
    }
}
