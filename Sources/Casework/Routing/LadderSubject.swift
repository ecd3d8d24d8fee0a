import Workflow
import WorkingTime

/// What the holders of a ladder's levels are sought for.
///
/// Source: DOMAIN §6: an issue, an officer or a unit; 链长, 条线 and 包联 use the same mechanism.
package enum LadderSubject: Hashable, Sendable {
    case issue(Issue)
    case unit(Unit)
    case officer(Person)
}

/// What a subject is bound to: from these the ways of a ladder lead to officers.
struct LadderBindings: Sendable {
    var handler: PersonID?
    var filer: PersonID?
    /// The officer that is the subject.
    var officer: PersonID?
    var enterprises: [EnterpriseID] = []
    var chains: [String] = []
    var projects: [String] = []
    /// The lead unit of an issue; the units of an officer.
    var units: [UnitID] = []
    var office: UnitID?
    var divisions: [String] = []
    /// The code of the township, street or park.
    var locality: String?
    var categories: [String] = []
    var functions: [String] = []

    init(of subject: LadderSubject, in directory: Directory, at instant: Instant) {
        switch subject {
        case .issue(let issue): bind(issue, directory)
        case .unit(let unit): bind([unit])
        case .officer(let person): bind(person, directory, at: instant)
        }
    }

    private mutating func bind(_ issue: Issue, _ directory: Directory) {
        let attributes = issue.attributes
        handler = attributes.handler
        filer = issue.serviceOfficer
        enterprises = [issue.enterprise].compactMap(\.self)
        chains = attributes.chains
        projects = [attributes.project].compactMap(\.self)
        units = [attributes.leadUnit].compactMap { $0.flatMap(directory.unit(code:))?.id }
        office = attributes.office.flatMap(directory.unit(code:))?.id
        divisions = [attributes.division]
        locality = attributes.locality
        categories = [attributes.category]
    }

    private mutating func bind(_ own: [Unit]) {
        var seen: Set<String> = []
        units = own.map(\.id)
        divisions = own.map(\.division).filter { seen.insert($0).inserted }
        categories = own.flatMap(\.categories)
        functions = own.flatMap(\.functions)
    }

    private mutating func bind(_ person: Person, _ directory: Directory, at instant: Instant) {
        officer = person.id
        var seen: Set<UnitID> = []
        bind(
            person.grants.filter { $0.validity.holds(at: instant) && $0.lentBy == nil }
                .map { directory.existing($0.unit, at: instant) }
                .filter { seen.insert($0).inserted }.compactMap(directory.unit))
        for pairing in person.pairings where pairing.validity.holds(at: instant) {
            switch pairing.subject {
            case .enterprise(let enterprise): enterprises.append(enterprise)
            case .chain(let code): chains.append(code)
            case .project(let code): projects.append(code)
            }
        }
    }

    func concerns(_ subject: Pairing.Subject, _ way: Ladder.Way) -> Bool {
        switch subject {
        case .enterprise(let enterprise): way == .pairing && enterprises.contains(enterprise)
        case .chain(let code): way == .chain && chains.contains(code)
        case .project(let code): way == .project && projects.contains(code)
        }
    }
}
