import Casework
import Walking
import Workflow

extension Directory {
    /// The same people with one of them away, in whose place another stands; that one has a role
    /// beside it, so that the rule of the installation lets it.
    func sending(
        _ absent: Person, away validity: Validity = .always, deputy: Person
    ) -> Directory {
        let beside = Set(absent.grants.map(\.unit)).map {
            Person.Grant(role: .serviceOfficer, unit: $0)
        }
        let near = Person(
            id: deputy.id, login: deputy.login, name: deputy.name, phone: deputy.phone,
            grants: deputy.grants + beside, pairings: deputy.pairings)
        return Directory(
            units: units, persons: persons.map { $0.id == near.id ? near : $0 },
            divisions: divisions,
            absences: [absent.id: [Absence(validity: validity, deputy: deputy.id)]])
    }
}
