import Workflow
import WorkingTime

/// Derives what is owed on an issue from its head, its running clocks and its version.
///
/// Source: DOMAIN §6b.
package struct DutyCalculation {
    private let issue: Issue
    private let workflow: PublishedWorkflow
    /// Who has to do with the issue, whatever is owed.
    private let waiting: [DutyHolder]

    /// - Parameter issue: with the clocks that have not ended; others do not count.
    package init(of issue: Issue, in workflow: PublishedWorkflow) {
        self.issue = issue
        self.workflow = workflow
        waiting = Self.waiting(on: issue)
    }

    /// Lists the duties: those of clocks by number, then those of the state. An issue that has ended has
    /// none; an open one has one at least.
    package func duties() -> [Duty] {
        guard workflow.definition.state(issue.state)?.isOpen == true else { return [] }
        let ofClocks = issue.liveClocks.filter { $0.status != .held }.compactMap(duty)
        let asked = Set(ofClocks.flatMap(\.actions))
        let ofState = workflow.asked.asked(inState: issue.state).enumerated()
            .compactMap { duty($1, at: $0, beside: asked) }
        let found = ofClocks + ofState
        return found.contains(where: leadsOn) ? found : found + onward
    }

    private func duty(of clock: Clock) -> Duty? {
        duty(
            .clock(clock.number), workflow.asked.asked(byClock: clock.kind), clock,
            party: clock.party)
    }

    /// What is asked already by a clock is not owed twice.
    private func duty(_ ask: StateAsk, at place: Int, beside asked: Set<String>) -> Duty? {
        guard !ask.actions.contains(where: { asked.contains($0.action) }) else { return nil }
        let clock = ask.before.flatMap { issue.liveClocks($0).last }
        return duty(.state(place), ask.actions, clock, party: nil)
    }

    private var onward: [Duty] {
        let asked = workflow.asked.leadingOn(from: issue.state)
        return [duty(.onward, asked, nil, party: nil)].compactMap(\.self)
    }

    private func leadsOn(_ duty: Duty) -> Bool {
        duty.actions.contains { workflow.definition.action($0)?.leaves(issue.state) ?? false }
    }

    /// An action that is asked for, as it stands on the issue.
    private struct Asked {
        let action: ActionDefinition
        let owing: [Right]
        let holders: [DutyHolder]
        let answer: DutyGuards.Answer
    }

    /// Makes a duty of the first action that is possible, or that waits for others, and that somebody holds;
    /// and of those beside it that are owed by the same side.
    private func duty(
        _ slot: Duty.Slot, _ asked: [AskedAction], _ clock: Clock?, party: String?
    ) -> Duty? {
        let holding = DutyHolding(issue: issue, party: party)
        let guards = DutyGuards(issue: issue, workflow: workflow)
        let held = asked.compactMap { self.held($0, holding, guards) }
        guard
            let first = held.first(where: { $0.answer == .open })
                ?? held.first(where: { $0.answer == .waits })
        else { return nil }
        let sides = held.count > 1 ? holding.sides(of: first.holders) : []
        let beside =
            held.count > 1
            ? held.filter {
                $0.answer == first.answer && holding.sides(of: $0.holders) == sides
            } : held
        return duty(slot, first, beside.map(\.action.name), clock, holding)
    }

    private func held(
        _ asked: AskedAction, _ holding: DutyHolding, _ guards: DutyGuards
    ) -> Asked? {
        guard let action = action(asked) else { return nil }
        let owing = rights(of: action).filter(asked.isOwed)
        let holders = holding.holders(by: owing)
        guard !holders.isEmpty else { return nil }
        return Asked(
            action: action, owing: owing, holders: holders, answer: guards.answer(for: action))
    }

    private func duty(
        _ slot: Duty.Slot, _ first: Asked, _ actions: [String], _ clock: Clock?,
        _ holding: DutyHolding
    ) -> Duty {
        let (action, holders) = (first.action, first.holders)
        let others = rights(of: action).filter { !first.owing.contains($0) }
        return Duty(
            slot: slot, actions: actions, holders: holders,
            substitutes: substitutes(
                holding.holders(by: others) + unproven(holders), holders),
            helpers: holders.contains(.enterprise) ? helpers(holding) : [],
            within: holders.contains(where: isHandler) ? lead : [], waiting: waiting,
            barred: barred(by: action),
            dueAt: clock?.status == .paused ? nil : clock?.dueAt,
            isPaused: clock?.status == .paused, isBlocked: first.answer == .waits)
    }

    private func action(_ asked: AskedAction) -> ActionDefinition? {
        workflow.definition.action(asked.action).flatMap {
            $0.transitions.contains { $0.from == issue.state } ? $0 : nil
        }
    }

    private func rights(of action: ActionDefinition) -> [Right] {
        action.rights.filter { $0.states.isEmpty || $0.states.contains(issue.state) }
    }

    /// The office that has a complaint does what a task force or a caller would, where it concerns those.
    private func substitutes(_ found: [DutyHolder], _ holders: [DutyHolder]) -> [DutyHolder] {
        let isOfAll = holders.contains { holder in
            switch holder {
            case .force, .divisionForce: true
            case .role(let role): role == .caller || role == .taskForce
            case .person, .unit, .head, .office, .leader, .enterprise, .paired, .pairedWithProject:
                false
            }
        }
        let office = issue.attributes.office.map(DutyHolder.office)
        let takesOver = isOfAll && issue.attributes.complainedUnit != nil
        return (found + (takesOver ? [office].compactMap(\.self) : []))
            .filter { !holders.contains($0) }
    }

    private func isHandler(_ holder: DutyHolder) -> Bool {
        issue.attributes.handler.map { holder == .person($0) } ?? false
    }

    /// Who handles an issue that was taken over from a ledger may hold no post there.
    private func unproven(_ holders: [DutyHolder]) -> [DutyHolder] {
        !issue.attributes.isAttested && holders.contains(where: isHandler) ? lead : []
    }

    private var lead: [DutyHolder] { issue.attributes.leadUnit.map { [.unit($0)] } ?? [] }

    private static func waiting(on issue: Issue) -> [DutyHolder] {
        let attributes = issue.attributes
        let lead = attributes.leadUnit.map { [DutyHolder.unit($0)] } ?? []
        let handler = attributes.handler.map { [DutyHolder.person($0)] } ?? lead
        let persons = issue.serviceOfficer.map { [DutyHolder.person($0)] } ?? []
        let office = attributes.office.map { [DutyHolder.office($0)] } ?? []
        return persons + handler + attributes.supportingUnits.map { .unit($0) } + office
    }

    private func helpers(_ holding: DutyHolding) -> [DutyHolder] {
        issue.serviceOfficer.map { [.person($0)] } ?? holding.paired
    }

    /// Who took an action last whose author must be somebody else.
    private func barred(by action: ActionDefinition) -> [PersonID] {
        let others = rights(of: action).flatMap(\.notSamePersonAs)
        let handler = action.guards.contains(.notTheHandler) ? issue.attributes.handler : nil
        return Set(
            others.compactMap { issue.attributes.last($0)?.by } + [handler].compactMap(\.self)
        )
        .sorted()
    }
}
