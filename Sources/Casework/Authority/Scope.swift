import Workflow

/// Says which issues a principal may see, in a form that both Swift and SQL can ask.
///
/// What lies outside does not exist for the principal.
package struct Scope: Hashable, Sendable {
    /// True for the system, and for auditors of the whole city.
    package var seesAll = false
    /// Units whose issues, leading, supporting or about them, are visible.
    package var units: Set<UnitID> = []
    package var divisions: Set<String> = []
    package var categories: Set<String> = []
    /// The principal itself: what it filed, and still looks after, it reads, also where it complains
    /// about its own unit.
    package var own: PersonID?
    /// The principal, and those for whom it stands in.
    package var persons: Set<PersonID> = []
    package var enterprises: Set<EnterpriseID> = []
    /// Codes of projects and of industrial chains that the principal looks after.
    package var projects: Set<String> = []
    package var chains: Set<String> = []
    /// The one issue that a link opens.
    package var issue: IssueID?
    /// Units that the principal works for.
    package var belongsTo: Set<UnitID> = []
    /// Units about which a confidential issue is invisible: those the principal works for or through,
    /// and those of which they are a part.
    package var mayNotReadAbout: Set<UnitID> = []

    package init(of principal: Principal, in directory: Directory) {
        switch principal {
        case .system: seesAll = true
        case .enterprise(let issue, _): self.issue = issue
        case .person(let person):
            own = person.id
            persons = person.standsInFor.union([person.id])
            for pairing in person.pairings { widen(by: pairing.subject) }
            for grant in person.grants { widen(by: grant, in: directory) }
        }
    }

    private mutating func widen(by subject: Pairing.Subject) {
        switch subject {
        case .enterprise(let enterprise): enterprises.insert(enterprise)
        case .project(let code): projects.insert(code)
        case .chain(let code): chains.insert(code)
        }
    }

    private mutating func widen(by grant: Person.Grant, in directory: Directory) {
        let below = directory.subtree(of: grant.unit)
        mayNotReadAbout.formUnion(directory.unitsThatConcern(grant))
        // An inspection has what comes to it, and watches no division.
        let division =
            directory.isInspection(grant.unit) ? nil : directory.unit(grant.unit)?.division
        switch grant.role {
        case .handler, .unitHead:
            units.formUnion(below)
            belongsTo.formUnion(below)
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
        if let own, issue.serviceOfficer == own { return true }
        if isBarred(from: issue, in: directory) { return false }
        // Whoever was named as it climbed must be able to read it.
        if issue.attributes.levelHolders.contains(where: persons.contains) { return true }
        if let handler = issue.attributes.handler, persons.contains(handler) { return true }
        if let officer = issue.serviceOfficer, persons.contains(officer) { return true }
        return issue.enterprise.map(enterprises.contains) ?? false
            || issue.attributes.project.map(projects.contains) ?? false
            || issue.attributes.chains.contains(where: chains.contains)
            || divisions.contains(issue.attributes.division)
            || categories.contains(issue.attributes.category)
            || concerned(by: issue, in: directory)
    }

    /// Adds the dissolved units whose successors are in reach at an instant.
    func reaching(_ dissolved: [(unit: UnitID, successor: UnitID)]) -> Scope {
        var scope = self
        for (unit, successor) in dissolved {
            if units.contains(successor) { scope.units.insert(unit) }
            if belongsTo.contains(successor) { scope.belongsTo.insert(unit) }
            if mayNotReadAbout.contains(successor) { scope.mayNotReadAbout.insert(unit) }
        }
        return scope
    }

    private func concerned(by issue: Issue, in directory: Directory) -> Bool {
        let attributes = issue.attributes
        return
            ([attributes.leadUnit, attributes.office, attributes.subjectUnit].compactMap { $0 }
            + attributes.supportingUnits)
            .contains { directory.unit(code: $0).map { units.contains($0.id) } ?? false }
    }

    /// Tells whether the issue complains about a unit that the principal works for.
    package func isBarred(from issue: Issue, in directory: Directory) -> Bool {
        guard issue.attributes.isConfidential, let code = issue.attributes.complainedUnit,
            let unit = directory.unit(code: code)
        else { return false }
        return mayNotReadAbout.contains(unit.id)
    }
}
