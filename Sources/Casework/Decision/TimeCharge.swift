import Workflow
package import WorkingTime

/// Holds the time that an issue spent at a unit which it was taken from, as its event says it.
package struct TimeCharge: Hashable, Sendable, Codable {
    /// The unit that had it.
    package let unit: String
    package let since: Instant
    package let until: Instant
    /// On the hours of the unit; no pauses are left out: the enterprise waited all the same.
    package let workingSeconds: Int64
    /// Who sent it there; nil where nobody is known.
    package let dispatchedBy: PersonID?
    /// Whether that was what routing proposed: then the rules are to be charged, not the officer.
    package let wasProposed: Bool?
}

/// How the time in a wrong unit is charged to it.
extension Draft {
    /// Notes since when a new lead unit has the issue, who sent it there, and whether routing had
    /// proposed that.
    mutating func noteLead() {
        let attributes = issue.attributes
        guard let lead = attributes.leadUnit, lead != before.attributes.leadUnit else { return }
        issue.attributes[.receivedByLeadAt] = .text(situation.at.description)
        issue.attributes[.heldByLeadUntil] = nil
        if let person = situation.principal.personID {
            issue.attributes[.dispatchedBy] = .integer(person.rawValue)
        }
        let isProposed = situation.proposal(for: issue).lead?.code == lead
        issue.attributes[.dispatchBasis] = .text(
            isProposed ? ProposalRecord.confirmed : ProposalRecord.overridden)
    }

    /// Notes when the lead unit gave the issue out of its hands: it reported, or sent it back. What
    /// others take from then on is not its time.
    mutating func noteLetGo(to state: String) {
        guard issue.attributes.leadUnit == before.attributes.leadUnit,
            issue.attributes.leadUnit != nil
        else { return }
        let definition = situation.workflow.definition
        let isHeld = (definition.roles.actions[.leadWork] ?? []).contains { name in
            definition.action(name)?.transitions(from: state).isEmpty == false
        }
        if isHeld {
            issue.attributes[.heldByLeadUntil] = nil
        } else if issue.attributes[.heldByLeadUntil] == nil {
            issue.attributes[.heldByLeadUntil] = .text(situation.at.description)
        }
    }

    /// Charges the lead unit that loses the issue with the time that it had it.
    mutating func chargeTime() {
        guard let unit = before.attributes.leadUnit, unit != issue.attributes.leadUnit,
            let since = before.attributes.leadSince
        else { return }
        let calendar = situation.world.directory.calendar(situation.calendar, for: unit)
        let end = max(since, before.attributes.instant(.heldByLeadUntil) ?? situation.at)
        let seconds = calendar.workingSeconds(from: since, to: end, pauses: [])
        charge = TimeCharge(
            unit: unit, since: since, until: end, workingSeconds: seconds,
            dispatchedBy: before.attributes.person(.dispatchedBy),
            wasProposed: before.attributes.text(.dispatchBasis).map {
                $0 == ProposalRecord.confirmed
            })
        issue.attributes.charge(unit, workingSeconds: seconds)
    }
}
