import Workflow
package import WorkingTime

/// Says who may stand in for whom.
///
/// Source: DOMAIN §3.9: the administrators of system, security and audit never stand in for one
/// another, nor does a program for a person.
package enum SubstitutionRule {
    /// The longest absence that an officer may note.
    package static let longestInDays = 90

    /// Why somebody can't be a deputy.
    package enum Obstacle: Hashable, Sendable {
        case left
        case withoutRole
        case program
        /// It holds, or would get, a role of administration that must stay apart from others.
        case administration
        /// It works neither at the unit of the absent one nor at one above.
        case elsewhere
    }

    /// Tells whether a role passes to a deputy while its holder is away.
    static func lends(_ role: Right.Role, to deputy: Person) -> Bool {
        guard !isProgram(deputy) else { return false }
        switch role {
        case .systemAdministrator, .securityAdministrator, .auditAdministrator:
            return deputy.holds(role)
        case .integrator, .system, .enterprise: return false
        case .serviceOfficer, .handler, .unitHead, .taskForce, .districtOffice, .cityOffice,
            .leader, .caller, .auditor:
            return true
        }
    }

    private static func isProgram(_ person: Person) -> Bool { person.holds(.integrator) }
}

extension Directory {
    /// Says why an officer can't name a deputy for an absence; nil where it can.
    ///
    /// - Parameter instant: when the absence begins.
    package func obstacle(
        to deputy: Person, standingInFor absent: Person, at instant: Instant
    ) -> SubstitutionRule.Obstacle? {
        if let leftAt = deputy.leftAt, leftAt <= instant { return .left }
        if deputy.holds(.integrator) { return .program }
        let own = deputy.grants.filter { $0.validity.holds(at: instant) && $0.lentBy == nil }
        guard !own.isEmpty else { return .withoutRole }
        let wanted = absent.grants.filter { $0.validity.holds(at: instant) && $0.lentBy == nil }
        guard wanted.allSatisfy({ SubstitutionRule.lends($0.role, to: deputy) }) else {
            return .administration
        }
        let isNear = wanted.allSatisfy { grant in
            own.contains { isAtOrOneAbove($0.unit, grant.unit, at: instant) }
        }
        return isNear ? nil : .elsewhere
    }

    private func isAtOrOneAbove(_ unit: UnitID, _ other: UnitID, at instant: Instant) -> Bool {
        ancestors(of: existing(other, at: instant)).prefix(2)
            .contains(existing(unit, at: instant))
    }
}
