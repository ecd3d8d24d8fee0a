import Languages
import Workflow
package import WorkingTime

/// Gives what one officer has to another: issues handled, and issues looked after.
package struct Handover: Hashable, Sendable {
    package let from: PersonID
    package let to: PersonID
    package let reason: String

    package init(from: PersonID, to: PersonID, reason: String) {
        self.from = from
        self.to = to
        self.reason = reason
    }
}

extension Handover: AdministrativeAct {
    package static let action = AdministrativeAction(
        name: "handOver", label: Label(zh: "移交承办", en: "Hand over"),
        purpose: "an officer's issues go over to another")

    package var keyParts: [String] { ["\(from)", "\(to)"] }

    package func change(
        _ issue: Issue, _ terms: AdministrativeTerms, by decider: Decider
    ) throws -> (event: IssueEvent, after: Issue)? {
        try decider.handOver(self, on: issue, terms)
    }
}

extension Decider {
    /// Tells whether an issue is open, or has ended and may still be led on, so that whose it is
    /// matters.
    ///
    /// - Throws: `WorldFault` where its workflow or calendar is not published.
    package func mayGoOn(_ issue: Issue, at instant: Instant) throws(WorldFault) -> Bool {
        let workflow = try workflow(of: issue)
        if workflow.definition.state(issue.state)?.isOpen == true { return true }
        let calendar = try currentCalendar(workflow.definition)
        return workflow.definition.actions.contains { action in
            guard action.transitions(from: issue.state).contains(where: { $0.to != issue.state })
            else { return false }
            let situation = Situation(
                world: world, workflow: workflow, calendar: calendar, at: instant,
                principal: .system, standing: Authority.Standing(role: .system, unit: nil),
                action: action, fields: [:])
            return !GuardCheck(situation: situation, issue: issue).isTooLateForGood
        }
    }

    /// Makes another officer the handler, the service officer and one of those who have the level of
    /// attention, where the first one is; nil where it is none, and where the issue has ended for good.
    /// The other is told of what is open.
    ///
    /// - Throws: `Refusal.cannotMove` where the other may not read the issue.
    func handOver(
        _ handover: Handover, on issue: Issue, _ terms: AdministrativeTerms
    ) throws -> (event: IssueEvent, after: Issue)? {
        let instant = terms.at
        let handles = issue.attributes.handler == handover.from
        let looksAfter = issue.serviceOfficer == handover.from
        let named = issue.attributes.levelHolders
        let hasLevel = world.definitions.isOpen(issue) && named.contains(handover.from)
        guard handles || looksAfter || hasLevel, try mayGoOn(issue, at: instant) else {
            return nil
        }
        guard let receiver = world.directory.person(handover.to) else {
            throw WorldFault("nobody has the id \(handover.to)")
        }
        let scope = world.directory.scope(of: .person(receiver), at: instant)
        guard !scope.isBarred(from: issue, in: world.directory) else {
            throw Refusal.cannotMove([
                Label(
                    zh: "该问题反映的正是\(receiver.name)所在的单位",
                    en: "it complains about a unit that \(receiver.login) works for")
            ])
        }
        if handles, !canHandle(receiver, issue, at: instant) {
            throw Refusal.cannotMove([
                Label(
                    zh: "\(receiver.name)既不是其主办单位的承办人，也不是负责人",
                    en: "\(receiver.login) is neither a handler nor the head of its lead unit")
            ])
        }
        guard world.directory.acting(receiver, at: instant).grants.isEmpty == false else {
            throw Refusal.cannotMove([
                Label(
                    zh: "\(receiver.name)已不任任何职务",
                    en: "\(receiver.login) has no role any more")
            ])
        }
        var draft = Draft(
            try situation(Handover.action, in: try workflow(of: issue), terms), on: issue)
        if handles { draft.issue.attributes[.handler] = .integer(handover.to.rawValue) }
        if looksAfter {
            draft.issue.attributes[.serviceOfficer] = .integer(handover.to.rawValue)
        }
        if named.contains(handover.from) {
            let others = named.filter { $0 != handover.from && $0 != handover.to }
            draft.issue.attributes[.levelHolders] = .list(
                ([handover.to] + others).map { .integer($0.rawValue) })
        }
        // What has ended asks nothing of anybody: its history says whose it is.
        if world.definitions.isOpen(issue) {
            if handles || looksAfter {
                draft.tell(handles ? [.handler] : [.filer])
            } else {
                draft.told = [
                    Notice(
                        person: receiver.id, audience: Effect.Audience.levelHolder.rawValue,
                        insteadOf: nil)
                ]
            }
        }
        return try draft.event(to: issue.state, terms, comment: handover.reason)
    }

    private func canHandle(_ person: Person, _ issue: Issue, at instant: Instant) -> Bool {
        guard let lead = issue.attributes.leadUnit.flatMap(world.directory.unit(code:)) else {
            return false
        }
        return [Right.Role.handler, .unitHead].contains { role in
            world.directory.holders(of: role, over: lead.id, at: instant)
                .contains { $0.id == person.id }
        }
    }
}
