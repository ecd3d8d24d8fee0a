package import Casework
import Definitions
import Workflow

/// Turns the written directory into one with ids.
enum DemoDirectory {
    static func directory(_ document: DirectoryDocument) -> Directory {
        let ids = Dictionary(
            uniqueKeysWithValues: document.units.enumerated().map {
                ($1.code, UnitID(Int64($0 + 1)))
            })
        let enterprises = Dictionary(
            uniqueKeysWithValues: document.enterprises.enumerated().map {
                ($1.creditCode, EnterpriseID(Int64($0 + 1)))
            })
        return Directory(
            units: document.units.map { unit($0, ids) },
            persons: document.persons.enumerated().map { index, entry in
                person(entry, PersonID(Int64(index + 1)), ids, enterprises)
            },
            divisions: document.divisions)
    }

    private static func unit(
        _ entry: DirectoryDocument.UnitEntry, _ ids: [String: UnitID]
    ) -> Unit {
        Unit(
            id: ids[entry.code, default: UnitID(0)], code: entry.code, name: entry.name,
            kind: entry.kind, parent: entry.parent.flatMap { ids[$0] }, division: entry.division,
            functions: entry.functions, categories: entry.categories, aliases: entry.aliases)
    }

    private static func person(
        _ entry: DirectoryDocument.PersonEntry, _ id: PersonID, _ units: [String: UnitID],
        _ enterprises: [String: EnterpriseID]
    ) -> Person {
        Person(
            id: id, login: entry.login, name: entry.name, phone: entry.phone,
            grants: entry.grants.compactMap { grant in
                units[grant.unit].map { Person.Grant(role: grant.role, unit: $0) }
            },
            pairedEnterprises: Set(entry.pairedEnterprises.compactMap { enterprises[$0] }))
    }
}

extension Directory {
    /// The same directory with more units and persons.
    package func adding(units: [Unit] = [], persons: [Person] = []) -> Directory {
        Directory(
            units: self.units + units, persons: self.persons + persons, divisions: divisions)
    }
}
