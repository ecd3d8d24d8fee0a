/// One table of the directory, as a file holds it.
///
/// In the order in which they are read: each refers only to those before it, or to itself.
package enum RosterTable: String, CaseIterable, Sendable {
    case divisions, units
    case unitNames = "unit-names"
    case chains, projects, officers, grants, enterprises, pairings, deputies, absences, duties
    case visits
}

extension RosterTable {
    /// The statement that puts a row.
    var putting: QueryName {
        switch self {
        case .divisions: .rosterPutDivision
        case .units: .rosterPutUnit
        case .unitNames: .rosterPutUnitName
        case .chains: .rosterPutChain
        case .projects: .rosterPutProject
        case .officers: .rosterPutOfficer
        case .grants: .rosterPutGrant
        case .enterprises: .rosterPutEnterprise
        case .pairings: .rosterPutPairing
        case .deputies: .rosterPutDeputy
        case .absences: .rosterPutAbsence
        case .duties: .rosterPutDuty
        case .visits: .rosterPutVisit
        }
    }

    /// The values that it takes, in its order.
    var values: [String] {
        switch self {
        case .divisions: ["code", "nameZh", "nameEn", "parent"]
        case .units:
            [
                "code", "nameZh", "nameEn", "kind", "parent", "division", "functions", "categories",
                "aliases", "dissolvedOn", "successor",
            ]
        case .unitNames: ["unit", "from", "nameZh", "nameEn"]
        case .chains: ["code", "nameZh", "nameEn"]
        case .projects: ["code", "nameZh", "nameEn", "division"]
        case .officers: ["login", "name", "phone", "email", "leftOn"]
        case .grants: ["login", "role", "unit", "from", "until"]
        case .enterprises:
            [
                "creditCode", "name", "division", "tags", "size", "industry", "chains", "locality",
                "bigrams",
            ]
        case .pairings:
            ["login", "creditCode", "project", "chain", "level", "chief", "from", "until"]
        case .deputies: ["login", "rank", "deputy"]
        case .absences: ["login", "from", "until", "deputy", "reason"]
        case .duties: ["unit", "login", "from", "until"]
        case .visits: ["login", "creditCode", "on", "note", "recordedAt"]
        }
    }

    /// The statement that lists every row, as text.
    var listing: QueryName {
        switch self {
        case .divisions: .rosterDivisions
        case .units: .rosterUnits
        case .unitNames: .rosterUnitNames
        case .chains: .rosterChains
        case .projects: .rosterProjects
        case .officers: .rosterOfficers
        case .grants: .rosterGrants
        case .enterprises: .rosterEnterprises
        case .pairings: .rosterPairings
        case .deputies: .rosterDeputies
        case .absences: .rosterAbsences
        case .duties: .rosterDuties
        case .visits: .rosterVisits
        }
    }
}
