import ArgumentParser
import Casework
import Workflow
import WorkingTime

/// Finds the person in whose name running issues are changed.
enum Administrator {
    /// - Parameter login: nil for a dry run, which is done in nobody's name.
    static func named(_ login: String?, in world: World) throws -> PersonID {
        guard let login else { return PersonID(0) }
        return try find(login, in: world)
    }

    /// Takes the only system administrator where nobody is named.
    static func namedOrOnly(_ login: String?, in world: World) throws -> PersonID {
        if let login { return try find(login, in: world) }
        let all = world.directory.persons.filter { $0.holds(.systemAdministrator) }
        guard all.count == 1 else {
            let known = all.map(\.login).sorted().joined(separator: ", ")
            throw ValidationError("--by: name one of the system administrators: \(known)")
        }
        return all[0].id
    }

    private static func find(_ login: String, in world: World) throws -> PersonID {
        guard let person = world.directory.person(login: login),
            person.holds(.systemAdministrator)
        else {
            throw ValidationError(
                "--by: nobody with the login \(login) is a system administrator")
        }
        return person.id
    }
}

/// Servers look for what was published every two seconds; an issue that changed before they know of
/// it could not be worked on for so long.
enum ServerPatience {
    static func wait(since publishedAt: Instant?, until words: String) async throws {
        guard let known = publishedAt?.adding(seconds: 5) else { return }
        let now = RealTime.now
        guard now < known else { return }
        StandardError.write("waiting a few seconds, until \(words)")
        try await Task.sleep(for: .microseconds(known.microseconds - now.microseconds))
    }
}
