package import Workflow
package import WorkingTime

/// Says who may stand in for whom.
///
/// Source: DOMAIN §3.9: the administrators of system, security and audit never stand in for one
/// another, nor does a program for a person.
package enum SubstitutionRule {
    /// The longest absence that an officer may note.
    package static let longestInDays = 90

    /// Tells whether an absence lasts too long, both days included.
    package static func isTooLong(from: CalendarDate, until: CalendarDate) -> Bool {
        until.dayNumber - from.dayNumber >= Int64(longestInDays)
    }

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

    /// Tells whether somebody may stand in for an absent one at an instant: all that this one holds
    /// would pass to it.
    static func fits(_ deputy: Person, for absent: Person, at instant: Instant) -> Bool {
        guard !deputy.holds(.integrator) else { return false }
        let own = Set(held(by: deputy, at: instant).map(\.role))
        return pass(Set(held(by: absent, at: instant).map(\.role)), toHolderOf: own)
    }

    /// Tells whether all of these roles may pass to somebody who holds others itself.
    package static func pass(
        _ roles: Set<Right.Role>, toHolderOf own: Set<Right.Role>
    ) -> Bool {
        !own.contains(.integrator) && roles.allSatisfy { passes($0, toHolderOf: own) }
    }

    /// The roles that somebody holds itself at an instant.
    static func held(by person: Person, at instant: Instant) -> [Person.Grant] {
        person.grants.filter { $0.validity.holds(at: instant) && $0.lentBy == nil }
    }

    private static func passes(_ role: Right.Role, toHolderOf own: Set<Right.Role>) -> Bool {
        switch role {
        case .systemAdministrator, .securityAdministrator, .auditAdministrator:
            own.contains(role)
        case .integrator, .system, .enterprise: false
        case .serviceOfficer, .handler, .unitHead, .taskForce, .districtOffice, .cityOffice,
            .leader, .caller, .auditor:
            true
        }
    }
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
        let own = SubstitutionRule.held(by: deputy, at: instant)
        guard !own.isEmpty else { return .withoutRole }
        guard SubstitutionRule.fits(deputy, for: absent, at: instant) else {
            return .administration
        }
        let wanted = SubstitutionRule.held(by: absent, at: instant)
        let isNear = wanted.allSatisfy { grant in
            own.contains { isAtOrOneAbove($0.unit, grant.unit, at: instant) }
        }
        return isNear ? nil : .elsewhere
    }

    /// Tells whether somebody is itself, and for nobody absent, the head of a unit at which another
    /// has a role, or of one above that.
    package func leads(_ head: Person, _ other: Person) -> Bool {
        head.id != other.id
            && head.grants.contains { post in
                post.role == .unitHead && post.lentBy == nil
                    && other.grants.contains { unit($0.unit, isWithin: post.unit) }
            }
    }

    private func isAtOrOneAbove(_ unit: UnitID, _ other: UnitID, at instant: Instant) -> Bool {
        ancestors(of: existing(other, at: instant)).prefix(2)
            .contains(existing(unit, at: instant))
    }
}
