import Workflow

/// Says which issues a principal may see, in a form that both Swift and SQL can ask.
///
/// What lies outside does not exist for the principal.
package struct Scope: Hashable, Sendable {
    /// True for the system, and for auditors of the whole city.
    package var seesAll = false
    /// Units whose issues, leading or supporting, are visible.
    package var units: Set<UnitID> = []
    package var divisions: Set<String> = []
    package var categories: Set<String> = []
    package var person: PersonID?
    package var enterprises: Set<EnterpriseID> = []
    /// The one issue that a link opens.
    package var issue: IssueID?
    /// Units that the principal works for.
    package var belongsTo: Set<UnitID> = []
    /// Units about which a confidential issue is invisible: those the principal works for, and
    /// those that its office is a part of.
    package var mayNotReadAbout: Set<UnitID> = []

    package init(of principal: Principal, in directory: Directory) {
        switch principal {
        case .system: seesAll = true
        case .enterprise(let issue, _): self.issue = issue
        case .person(let person):
            self.person = person.id
            enterprises = person.pairedEnterprises
            for grant in person.grants { widen(by: grant, in: directory) }
        }
    }

    private mutating func widen(by grant: Person.Grant, in directory: Directory) {
        let below = directory.subtree(of: grant.unit)
        mayNotReadAbout.formUnion(directory.ancestors(of: grant.unit))
        let division = directory.unit(grant.unit)?.division
        switch grant.role {
        case .handler, .unitHead:
            units.formUnion(below)
            belongsTo.formUnion(below)
            mayNotReadAbout.formUnion(below)
        case .districtOffice, .cityOffice, .caller, .leader, .auditor:
            units.formUnion(below)
            if let division { divisions.formUnion(directory.divisions(within: division)) }
        case .taskForce:
            units.formUnion(below)
            let watched = directory.unit(grant.unit)?.categories ?? []
            categories.formUnion(watched)
            if watched.isEmpty, let division {
                divisions.formUnion(directory.divisions(within: division))
            }
        case .serviceOfficer, .integrator, .system, .enterprise:
            break
        case .systemAdministrator, .securityAdministrator, .auditAdministrator:
            break
        }
    }

    /// Tells whether the issue exists for the principal.
    package func sees(_ issue: Issue, in directory: Directory) -> Bool {
        if seesAll || self.issue == issue.id { return true }
        if let person, issue.filer == person { return true }
        if isComplainedOf(issue, in: directory) { return false }
        if let person, issue.attributes.handler == person { return true }
        return enterprises.contains(issue.enterprise)
            || divisions.contains(issue.attributes.division)
            || categories.contains(issue.attributes.category)
            || concerned(by: issue, in: directory)
    }

    private func concerned(by issue: Issue, in directory: Directory) -> Bool {
        ([issue.attributes.leadUnit, issue.attributes.office].compactMap { $0 }
            + issue.attributes.supportingUnits)
            .contains { directory.unit(code: $0).map { units.contains($0.id) } ?? false }
    }

    private func isComplainedOf(_ issue: Issue, in directory: Directory) -> Bool {
        guard issue.attributes.isConfidential, let code = issue.attributes.complainedUnit,
            let unit = directory.unit(code: code)
        else { return false }
        return mayNotReadAbout.contains(unit.id)
    }
}
