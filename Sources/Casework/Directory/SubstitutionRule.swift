package import Languages
package import Workflow
import WorkingTime

/// Says who may stand in for whom: what an installation decides, and what holds in each.
///
/// Source: DOMAIN §3.9: the administrators of system, security and audit never stand in for one
/// another, nor does a program for a person.
package struct SubstitutionRule: Hashable, Sendable {
    /// Where the deputy works, as seen from the unit at which the absent one has a role.
    package enum Place: String, CaseIterable, Sendable {
        case unit
        /// The unit next above.
        case aboveUnit
    }

    /// The most days that an installation may let an absence last.
    package static let mostDays = 90

    /// The longest absence that may be noted.
    package let longestInDays: Int
    /// Where a deputy may work, by the role of the absent one; a role that is not here passes to
    /// nobody.
    package let places: [Right.Role: Set<Place>]

    package init(longestInDays: Int, places: [Right.Role: Set<Place>]) {
        self.longestInDays = longestInDays
        self.places = places
    }

    /// The rule of an installation whose ladder says nothing of it.
    package static let usual = SubstitutionRule(
        longestInDays: mostDays,
        places: Dictionary(
            uniqueKeysWithValues: Right.Role.allCases.filter(\.mayPass).map {
                ($0, Set(Place.allCases))
            }))

    /// Finds why a role does not pass to somebody who works at some units; nil where it does.
    ///
    /// - Parameters:
    ///   - lineage: the unit of the role and those above it, the nearest first.
    ///   - units: where the other one has a role itself.
    package func obstacle<Unit: Hashable>(
        to role: Right.Role, over lineage: [Unit], for units: Set<Unit>
    ) -> Obstacle? {
        guard let places = places[role], !places.isEmpty else { return .kept(role) }
        let isNear = places.contains { place in
            switch place {
            case .unit: lineage.first.map(units.contains) ?? false
            case .aboveUnit: lineage.dropFirst().first.map(units.contains) ?? false
            }
        }
        return isNear ? nil : .elsewhere(role, places)
    }

    /// Says in a sentence where deputies work.
    package static func words(for places: Set<Place>) -> Label {
        let words = places.sorted { $0.rawValue > $1.rawValue }.map { place in
            switch place {
            case .unit: Label(zh: "同一单位", en: "at the same unit")
            case .aboveUnit: Label(zh: "其上级单位", en: "at the one above")
            }
        }
        return Label(
            zh: words.map(\.zh).joined(separator: "或"),
            en: words.map(\.en).joined(separator: ", or "))
    }

    /// Why somebody can't be a deputy.
    package enum Obstacle: Hashable, Sendable {
        case itself
        case left
        case withoutRole
        case program
        /// It holds, or would get, a role of administration that must stay apart from others.
        case administration
        /// The absent one has a role that passes to nobody here.
        case kept(Right.Role)
        /// It does not work where whoever stands in for this role does.
        case elsewhere(Right.Role, Set<Place>)
    }

    /// Tells whether somebody may stand in for an absent one at an instant: all that this one holds
    /// would pass to it.
    static func fits(_ deputy: Person, for absent: Person, at instant: Instant) -> Bool {
        guard !deputy.holds(.integrator) else { return false }
        func roles(_ person: Person) -> Set<Right.Role> {
            Set(held(by: person) { $0.holds(at: instant) }.map(\.role))
        }
        return pass(roles(absent), toHolderOf: roles(deputy))
    }

    /// Tells whether all of these roles may pass to somebody who holds others itself.
    static func pass(
        _ roles: Set<Right.Role>, toHolderOf own: Set<Right.Role>
    ) -> Bool {
        !own.contains(.integrator) && roles.allSatisfy { passes($0, toHolderOf: own) }
    }

    /// The posts that somebody holds itself, of those whose time counts.
    static func held(
        by person: Person, where counts: (Validity) -> Bool
    ) -> [Person.Grant] {
        person.grants.filter { counts($0.validity) && $0.lentBy == nil }
    }

    private static func passes(_ role: Right.Role, toHolderOf own: Set<Right.Role>) -> Bool {
        switch role {
        case .systemAdministrator, .securityAdministrator, .auditAdministrator:
            own.contains(role)
        case .integrator, .system, .enterprise, .serviceOfficer, .handler, .unitHead, .taskForce,
            .districtOffice, .cityOffice, .leader, .caller, .auditor:
            role.mayPass
        }
    }
}

extension Right.Role {
    /// Tells whether the role is one that a person has and another may have for it.
    package var mayPass: Bool {
        switch self {
        case .integrator, .system, .enterprise: false
        case .serviceOfficer, .handler, .unitHead, .taskForce, .districtOffice, .cityOffice,
            .leader, .caller, .auditor, .systemAdministrator, .securityAdministrator,
            .auditAdministrator:
            true
        }
    }
}

extension Directory {
    /// Tells whether somebody is itself, and for nobody absent, the head of a unit at which another
    /// has a role, or of one above that.
    package func leads(_ head: Person, _ other: Person) -> Bool {
        head.id != other.id
            && head.grants.contains { post in
                post.role == .unitHead && post.lentBy == nil
                    && other.grants.contains { unit($0.unit, isWithin: post.unit) }
            }
    }
}
