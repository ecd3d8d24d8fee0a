package import Workflow
package import WorkingTime

/// Decides by which of its rights a principal may take an action on an issue.
package struct Authority: Sendable {
    private let principal: Principal
    private let directory: Directory
    private let ladders: Ladders
    private let instant: Instant

    /// - Parameters:
    ///   - ladders: say which posts hold which level.
    ///   - instant: when the principal acts; it has the rights of those for whom it stands in then.
    package init(
        of principal: Principal, in directory: Directory, by ladders: Ladders, at instant: Instant
    ) {
        self.directory = directory
        self.ladders = ladders
        self.instant = instant
        if case .person(let person) = principal {
            self.principal = .person(directory.acting(person, at: instant))
        } else {
            self.principal = principal
        }
    }

    /// The role that the principal acts in, and the unit that it acts for.
    package struct Standing: Hashable, Sendable {
        package let role: Right.Role
        package let unit: UnitID?
        /// The absent person whose role it is; nil where it is the principal's own.
        package let onBehalfOf: PersonID?

        package init(role: Right.Role, unit: UnitID?, onBehalfOf: PersonID? = nil) {
            self.role = role
            self.unit = unit
            self.onBehalfOf = onBehalfOf
        }
    }

    /// Finds the first right of the action that the principal holds itself, or else the first that
    /// it holds for somebody absent.
    ///
    /// - Parameter counts: which of its rights are asked.
    /// - Returns: nil where it holds none.
    package func standing(
        for action: ActionDefinition, on issue: Issue,
        by counts: (Right) -> Bool = { _ in true }
    ) -> Standing? {
        if principal == .system, action.isAutomatic { return Standing(role: .system, unit: nil) }
        let held = action.rights.filter(counts).lazy.compactMap { right in
            standing(by: right, on: issue).flatMap {
                holds(right, action, in: issue.state) && isSomebodyElse(right, action, issue, $0)
                    ? $0 : nil
            }
        }
        return held.first { $0.onBehalfOf == nil } ?? held.first
    }

    private func standing(by right: Right, on issue: Issue) -> Standing? {
        switch principal {
        case .system: right.role == .system ? Standing(role: .system, unit: nil) : nil
        case .enterprise(let linked, let link):
            // An older link still shows the issue, and acts no more.
            right.role == .enterprise && linked == issue.id
                && link >= issue.attributes.count(.links)
                ? Standing(role: .enterprise, unit: nil) : nil
        case .person(let person): standing(of: person, by: right, on: issue)
        }
    }

    private func standing(of person: Person, by right: Right, on issue: Issue) -> Standing? {
        person.grants.first { grant in
            grant.role == right.role && stands(person, grant, right.relation, to: issue)
                || takesOver(grant, right, issue)
        }.map { grant in
            Standing(
                role: grant.role, unit: grant.unit,
                onBehalfOf: grant.lentBy ?? lender(of: right.relation, to: person, issue))
        }
    }

    /// Tells whether the office that has a complaint does what a task force or a caller would do: where
    /// it concerns all of those.
    ///
    /// Source: DOMAIN §3.8: nobody is stranded.
    private func takesOver(_ grant: Person.Grant, _ right: Right, _ issue: Issue) -> Bool {
        guard issue.attributes.complainedUnit != nil,
            right.role == .taskForce || right.role == .caller,
            grant.role == .districtOffice || grant.role == .cityOffice,
            covers(grant, issue.attributes.office)
        else { return false }
        return directory.whoEverHolds([right.role]).lazy
            .filter { other in
                other.grants.contains { held in
                    held.role == right.role && held.validity.holds(at: instant)
                        && stands(other, held, right.relation, to: issue)
                }
            }
            .allSatisfy { directory.bars($0, from: issue, at: instant) }
    }

    /// Whose place a person takes that has the role itself: the one who stands in the relation to
    /// the issue, where that is somebody absent.
    private func lender(
        of relation: Right.Relation, to person: Person, _ issue: Issue
    ) -> PersonID? {
        switch relation {
        case .filer: absent(person, [issue.serviceOfficer])
        case .assignedHandler, .leadUnit: absent(person, [issue.attributes.handler])
        case .levelHolder: absent(person, issue.attributes.levelHolders)
        case .pairedOfficer:
            absent(
                person,
                ([person.id] + person.standsInFor.sorted()).filter {
                    directory.person($0)?.isPaired(withSubjectOf: issue) ?? false
                })
        case .any, .supportingUnit, .office, .category, .leaderInCharge: nil
        }
    }

    /// The first of those related to the issue for whom a person stands in; nil where it is itself one.
    private func absent(_ person: Person, _ related: [PersonID?]) -> PersonID? {
        let related = related.compactMap(\.self)
        return related.contains(person.id) ? nil : related.first(where: person.standsInFor.contains)
    }

    private func stands(
        _ person: Person, _ grant: Person.Grant, _ relation: Right.Relation, to issue: Issue
    ) -> Bool {
        let attributes = issue.attributes
        switch relation {
        case .any: return true
        case .filer: return person.actsAs(issue.serviceOfficer)
        case .pairedOfficer: return person.isPaired(withSubjectOf: issue)
        case .assignedHandler: return person.actsAs(attributes.handler)
        case .leadUnit: return covers(grant, attributes.leadUnit)
        case .supportingUnit: return attributes.supportingUnits.contains { covers(grant, $0) }
        case .office: return covers(grant, attributes.office)
        case .category: return watches(grant, issue)
        case .levelHolder:
            return attributes.levelHolders.contains(where: person.actsAs)
                && holds(attributes.level, by: grant, person, issue)
        case .leaderInCharge:
            return covers(grant, attributes.leadUnit) || covers(grant, attributes.office)
        }
    }

    /// Tells whether a role, or a pairing, is one by which the level is held still: whoever was named
    /// and has another post now was told, and acts no more.
    private func holds(
        _ level: Int, by grant: Person.Grant, _ person: Person, _ issue: Issue
    ) -> Bool {
        guard level > 0,
            let step = ladders.service.levels.first(where: { $0.level == level })
        else { return false }
        return step.finders.contains { finder in
            if finder.way.isPairing {
                return person.pairings.contains { $0.level == level && $0.concerns(issue) }
            }
            return finder.role == grant.role
        }
    }

    private func covers(_ grant: Person.Grant, _ code: String?) -> Bool {
        guard let code, let unit = directory.unit(code: code) else { return false }
        return directory.unit(
            directory.existing(unit.id, at: instant), isWithin: grant.unit)
    }

    private func watches(_ grant: Person.Grant, _ issue: Issue) -> Bool {
        guard let unit = directory.unit(grant.unit) else { return false }
        return unit.categories.contains(issue.attributes.category)
            || (unit.categories.isEmpty
                && directory.divisions(within: unit.division).contains(issue.attributes.division))
    }

    /// Where the action leads nowhere its rights are all held: that is what is told then.
    private func holds(_ right: Right, _ action: ActionDefinition, in state: String) -> Bool {
        right.states.isEmpty || right.states.contains(state)
            || action.transitions(from: state).isEmpty
    }

    /// Whoever stands in for somebody is neither itself nor that one, and gets round no separation
    /// by another right of the same action.
    private func isSomebodyElse(
        _ right: Right, _ action: ActionDefinition, _ issue: Issue, _ standing: Standing
    ) -> Bool {
        guard let person = principal.personID else { return true }
        let same = [person, standing.onBehalfOf].compactMap { $0 }
        let others =
            standing.onBehalfOf == nil
            ? right.notSamePersonAs : action.rights.flatMap(\.notSamePersonAs)
        return !others.contains { action in
            issue.attributes.last(action)?.by.map(same.contains) ?? false
        }
    }
}
