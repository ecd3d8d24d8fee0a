import Casework
import Workflow

/// Finds the person in whose name running issues are changed.
enum Administrator {
    /// - Parameter login: nil for a dry run, which is done in nobody's name.
    static func named(
        _ login: String?, in directory: Directory
    ) throws(AdministratorFault) -> PersonID {
        guard let login else { return PersonID(0) }
        return try find(login, in: directory)
    }

    /// Takes the only system administrator where nobody is named.
    static func namedOrOnly(
        _ login: String?, in directory: Directory
    ) throws(AdministratorFault) -> PersonID {
        if let login { return try find(login, in: directory) }
        let all = directory.persons.filter { $0.holds(.systemAdministrator) }
        guard all.count == 1 else { throw .notNamed(known: all.map(\.login).sorted()) }
        return all[0].id
    }

    private static func find(
        _ login: String, in directory: Directory
    ) throws(AdministratorFault) -> PersonID {
        guard let person = directory.person(login: login),
            person.holds(.systemAdministrator)
        else { throw .noAdministrator(login) }
        return person.id
    }
}

/// Says why in nobody's name running issues can be changed.
package enum AdministratorFault: Error, Hashable, Sendable {
    /// There is not just one.
    case notNamed(known: [String])
    case noAdministrator(String)
}
