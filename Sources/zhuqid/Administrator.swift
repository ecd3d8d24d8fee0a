import ArgumentParser
import Casework
import Workflow
import WorkingTime

/// Finds the person in whose name running issues are changed.
enum Administrator {
    /// - Parameter login: nil for a dry run, which is done in nobody's name.
    static func named(_ login: String?, in world: World) throws -> PersonID {
        guard let login else { return PersonID(0) }
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
