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
    /// Notes since when a new lead unit has the issue.
    mutating func noteLead() {
        guard issue.attributes.leadUnit != before.attributes.leadUnit else { return }
        issue.attributes["receivedByLeadAt"] = .text(situation.at.description)
    }

    /// Charges the lead unit that loses the issue with the time that it had it.
    mutating func chargeTime() {
        guard let unit = before.attributes.leadUnit, unit != issue.attributes.leadUnit,
            let since = before.attributes.leadSince
        else { return }
        let calendar = situation.world.calendar(situation.calendar, for: unit)
        let seconds = calendar.workingSeconds(from: since, to: situation.at, pauses: [])
        charge = TimeCharge(
            unit: unit, since: since, until: situation.at, workingSeconds: seconds,
            dispatchedBy: before.attributes["dispatchedBy"]?.integer.map(PersonID.init),
            wasProposed: before.attributes["dispatchBasis"]?.text.map {
                $0 == ProposalRecord.confirmed
            })
        let name = Attributes.chargePrefix + unit
        let total = (issue.attributes[name]?.integer ?? 0) + seconds
        issue.attributes[name] = .integer(total)
    }
}

extension Attributes {
    /// Since when the lead unit has the issue.
    package var leadSince: Instant? {
        values["receivedByLeadAt"]?.text.flatMap { try? Instant(rfc3339: $0) }
    }
}
