package import Workflow

/// Decides by which of its rights a principal may take an action on an issue.
package struct Authority: Sendable {
    private let principal: Principal
    private let directory: Directory

    package init(of principal: Principal, in directory: Directory) {
        self.principal = principal
        self.directory = directory
    }

    /// The role that the principal acts in, and the unit that it acts for.
    package struct Standing: Hashable, Sendable {
        package let role: Right.Role
        package let unit: UnitID?
    }

    /// Finds the first right of the action that the principal holds.
    ///
    /// - Returns: nil where it holds none.
    package func standing(for action: ActionDefinition, on issue: Issue) -> Standing? {
        for right in action.rights {
            if let standing = standing(by: right, on: issue), isSomebodyElse(right, issue) {
                return standing
            }
        }
        return nil
    }

    private func standing(by right: Right, on issue: Issue) -> Standing? {
        switch principal {
        case .system: right.role == .system ? Standing(role: .system, unit: nil) : nil
        case .enterprise(let linked, let link):
            // An older link still shows the issue, and acts no more.
            right.role == .enterprise && linked == issue.id
                && link >= issue.attributes.count("links")
                ? Standing(role: .enterprise, unit: nil) : nil
        case .person(let person): standing(of: person, by: right, on: issue)
        }
    }

    private func standing(of person: Person, by right: Right, on issue: Issue) -> Standing? {
        person.grants.first { grant in
            grant.role == right.role && stands(person, grant, right.relation, to: issue)
        }.map { Standing(role: $0.role, unit: $0.unit) }
    }

    private func stands(
        _ person: Person, _ grant: Person.Grant, _ relation: Right.Relation, to issue: Issue
    ) -> Bool {
        let attributes = issue.attributes
        switch relation {
        case .any: return true
        case .filer: return issue.filer == person.id
        case .pairedOfficer: return person.pairedEnterprises.contains(issue.enterprise)
        case .assignedHandler: return attributes.handler == person.id
        case .leadUnit: return covers(grant, attributes.leadUnit)
        case .supportingUnit: return attributes.supportingUnits.contains { covers(grant, $0) }
        case .office: return covers(grant, attributes.office)
        case .category: return watches(grant, issue)
        case .leaderInCharge:
            return covers(grant, attributes.leadUnit) || covers(grant, attributes.office)
        }
    }

    private func covers(_ grant: Person.Grant, _ code: String?) -> Bool {
        guard let code, let unit = directory.unit(code: code) else { return false }
        return directory.unit(unit.id, isWithin: grant.unit)
    }

    private func watches(_ grant: Person.Grant, _ issue: Issue) -> Bool {
        guard let unit = directory.unit(grant.unit) else { return false }
        return unit.categories.contains(issue.attributes.category)
            || (unit.categories.isEmpty
                && directory.divisions(within: unit.division).contains(issue.attributes.division))
    }

    private func isSomebodyElse(_ right: Right, _ issue: Issue) -> Bool {
        guard let person = principal.personID else { return true }
        return !right.notSamePersonAs.contains { issue.attributes.last($0)?.by == person }
    }
}
