package import Languages
import Workflow
package import WorkingTime

/// Keeps what routing proposed beside what the dispatcher chose, so that a misdispatch can be
/// charged.
package struct ProposalRecord: Hashable, Sendable, Codable {
    static let confirmed = "proposal"
    static let overridden = "override"

    /// A code of a unit.
    package let lead: String?
    package let supporting: [String]
    /// How the proposal came about.
    package let explanation: Label
    /// `proposal` where the lead was confirmed, `override` where another was chosen.
    package let basis: String
}

/// How a dispatch takes over what routing proposes.
extension Draft {
    /// What routing proposes for the issue as this action's own values leave it.
    private var routed: Proposal { situation.proposal(for: issue) }

    /// Finds the lead where the action may leave it open and names none.
    mutating func takeLead() throws(Refusal) {
        guard situation.value(setting: .leadUnit) == nil else { return }
        if situation.action.effects.contains(.raiseLead) { try raiseLead() }
        if situation.action.confirmsRouting { takeProposal() }
    }

    /// Takes the units that routing proposes.
    private mutating func takeProposal() {
        let proposal = routed
        guard let lead = proposal.lead else { return }
        setLead(.text(lead.code))
        if situation.value(setting: .supportingUnits) == nil {
            issue.attributes[.supportingUnits] = .list(
                proposal.supporting.map { .text($0.code) })
        }
    }

    mutating func setLead(_ value: FieldValue) {
        if before.attributes.leadUnit != value.text {
            issue.attributes[.previousLead] = before.attributes[.leadUnit]
            issue.attributes[.handler] = nil
        }
        issue.attributes[.leadUnit] = value
    }

    mutating func noteRouting() {
        let proposal = routed
        let isConfirmed = proposal.lead?.code == issue.attributes.leadUnit
        let basis = isConfirmed ? ProposalRecord.confirmed : ProposalRecord.overridden
        self.proposal = ProposalRecord(
            lead: proposal.lead?.code, supporting: proposal.supporting.map(\.code),
            explanation: proposal.explanation, basis: basis)
    }

    /// Hands the work to the counterpart of the lead one level up.
    private mutating func raiseLead() throws(Refusal) {
        guard let lead = before.attributes.leadUnit else { return }
        let router = situation.router
        guard let above = router.counterpart(above: lead, for: situation.question(of: issue)),
            !GuardCheck(situation: situation, issue: issue).isComplainedOf(above.code)
        else {
            let name = situation.world.directory.unit(code: lead)?.name
            throw .invalidFields([
                FieldFault(
                    field: situation.fieldName(setting: .leadUnit),
                    zh: "必填：\(name?.zh ?? lead)没有对应的上级单位",
                    en: "is required: \(name?.en ?? lead) has no counterpart above")
            ])
        }
        setLead(.text(above.code))
    }
}

extension Situation {
    var router: Router { world.router(at: at) }

    /// What is known of an issue when its units are sought.
    func question(of issue: Issue) -> RoutingQuestion {
        RoutingQuestion(issue, roles: workflow.definition.roles)
    }

    /// What routing proposes for an issue, with the class and category that this action gives it.
    func proposal(for issue: Issue) -> Proposal {
        var question = question(of: issue)
        if let given = value(of: .issueClass)?.text { question.issueClass = given }
        if let given = value(of: .category)?.text { question.category = given }
        return router.proposal(for: question)
    }
}

extension World {
    /// Proposes units as they stand at an instant.
    package func router(at instant: Instant) -> Router {
        Router(directory: directory, definitions: definitions, routing: routing, at: instant)
    }
}

extension ActionDefinition {
    /// Tells whether the action confirms or overrides what routing proposes.
    var confirmsRouting: Bool { effects.contains(.noteRouting) }
}

extension Decider {
    /// What routing proposes for an issue now.
    package func proposal(for issue: Issue) -> Proposal {
        world.router(at: issue.updatedAt)
            .proposal(for: RoutingQuestion(issue, roles: world.definitions.roles(of: issue)))
    }
}
