import Workflow
package import WorkingTime

/// Finds whose duties a person meets: its own, those of its posts, and those of whom it stands in for.
///
/// A post at a unit is held at the nearest unit, from there upwards, where anybody holds it: whoever holds
/// one over a whole city is not asked for what each office in it owes.
package struct DutyPosts: Sendable {
    private let directory: Directory
    private let instant: Instant

    package init(in directory: Directory, at instant: Instant) {
        self.directory = directory
        self.instant = instant
    }

    package func holders(of person: Person) -> Set<DutyHolder> {
        let acting = directory.acting(person, at: instant)
        var found = Set(acting.standsInFor.union([person.id]).map(DutyHolder.person))
        for grant in acting.grants { found.formUnion(holders(by: grant)) }
        for pairing in acting.pairings {
            switch pairing.subject {
            case .enterprise(let id): found.insert(.paired(id))
            case .project(let code): found.insert(.pairedWithProject(code))
            case .chain: break
            }
        }
        return found
    }

    /// The offices that a person oversees without being asked for what they owe: those below its own, for
    /// an office or a leader.
    package func overseen(by person: Person) -> Set<DutyHolder> {
        let roles: Set<Right.Role> = [.districtOffice, .cityOffice, .leader]
        let grants = directory.acting(person, at: instant).grants.filter { roles.contains($0.role) }
        let offices = grants.flatMap { directory.subtree(of: $0.unit) }.compactMap(directory.unit)
            .filter { $0.kind == .campaignOffice }.map { DutyHolder.office($0.code) }
        return Set(offices).subtracting(holders(of: person))
    }

    private func holders(by grant: Person.Grant) -> [DutyHolder] {
        let post: [DutyHolder] =
            switch grant.role {
            case .handler: units(of: [.handler, .unitHead], by: grant).map { .unit($0) }
            case .unitHead:
                units(of: [.handler, .unitHead], by: grant).map { .unit($0) }
                    + units(of: [.unitHead], by: grant).map { .head($0) }
            case .districtOffice, .cityOffice:
                units(of: [.districtOffice, .cityOffice], by: grant).map { .office($0) }
            case .leader: units(of: [.leader], by: grant).map { .leader($0) }
            case .taskForce: forces(of: grant)
            case .serviceOfficer, .caller, .auditor, .integrator, .systemAdministrator,
                .securityAdministrator, .auditAdministrator, .system, .enterprise:
                []
            }
        return post + [.role(grant.role)]
    }

    private func forces(of grant: Person.Grant) -> [DutyHolder] {
        guard let unit = directory.unit(grant.unit) else { return [] }
        guard unit.categories.isEmpty else { return unit.categories.map { .force(category: $0) } }
        return directory.divisions(within: unit.division).map { .divisionForce($0) }
    }

    /// The codes of the units whose nearest holders hold the roles where the grant does, and of those that
    /// had such a unit as their successor.
    private func units(of roles: [Right.Role], by grant: Person.Grant) -> [String] {
        let held = directory.subtree(of: grant.unit).filter { unit in
            directory.nearestPost(of: roles, above: unit, at: instant) == grant.unit
        }
        let former = directory.dissolved(at: instant).filter { held.contains($0.successor) }
        return (Array(held) + former.map(\.unit)).compactMap { directory.unit($0)?.code }
    }
}

/// Who stands behind a holder.
extension DutyPosts {
    /// Lists those who hold it now, in person or for somebody absent; none for an enterprise.
    package func people(of holder: DutyHolder) -> [Person] {
        var seen: Set<PersonID> = []
        return owners(of: holder).compactMap { directory.present($0, at: instant)?.person }
            .filter { seen.insert($0.id).inserted }
    }

    private func owners(of holder: DutyHolder) -> [Person] {
        switch holder {
        case .person(let id): [directory.person(id)].compactMap(\.self)
        case .unit(let code): posts([.handler, .unitHead], at: code)
        case .head(let code): posts([.unitHead], at: code)
        case .office(let code): posts([.districtOffice, .cityOffice], at: code)
        case .leader(let code): posts([.leader], at: code)
        case .force, .divisionForce:
            directory.whoEverHolds([.taskForce]).filter { holds(holder, $0) }
        case .role(let role): directory.whoEverHolds([role]).filter { holds(holder, $0) }
        case .enterprise: []
        case .paired(let id): directory.paired(with: .enterprise(id), level: 0, at: instant)
        case .pairedWithProject(let code):
            directory.paired(with: .project(code), level: 0, at: instant)
        }
    }

    private func posts(_ roles: [Right.Role], at code: String) -> [Person] {
        guard let unit = directory.unit(code: code) else { return [] }
        let existing = directory.existing(unit.id, at: instant)
        guard let post = directory.nearestPost(of: roles, above: existing, at: instant) else {
            return []
        }
        return roles.flatMap { directory.holders(of: $0, over: post, at: instant) }
    }

    private func holds(_ holder: DutyHolder, _ person: Person) -> Bool {
        person.grants.contains {
            $0.validity.holds(at: instant) && holders(by: $0).contains(holder)
        }
    }
}

extension Directory {
    /// The unit itself, or the nearest above it, over which anybody holds one of the roles.
    func nearestPost(of roles: [Right.Role], above unit: UnitID, at instant: Instant) -> UnitID? {
        ancestors(of: unit).first { ancestor in
            roles.contains { role in
                (index.byPost[HolderIndex.Post(role: role, unit: ancestor)] ?? []).contains { id in
                    person(id)?.grants.contains {
                        $0.role == role && $0.unit == ancestor && $0.validity.holds(at: instant)
                    } ?? false
                }
            }
        }
    }
}
