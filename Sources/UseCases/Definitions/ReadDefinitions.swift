package import Casework
package import Engine
package import WorkingTime

/// Reads what was published: workflows and calendars.
package struct ReadDefinitions: Sendable {
    private let world: CurrentWorld

    package init(world: CurrentWorld) {
        self.world = world
    }

    /// Lists the versions of all workflows, by name, the newest first.
    package func workflows() -> [(workflow: PublishedWorkflow, isCurrent: Bool)] {
        let definitions = world.value.definitions
        return definitions.names.flatMap { name in
            definitions.versions(of: name).reversed().enumerated().map { ($1, $0 == 0) }
        }
    }

    /// Finds `name`, the newest version, or `name@version`, which has one way to be written.
    package func workflow(_ text: String) throws(InputFault) -> PublishedWorkflow {
        let definitions = world.value.definitions
        let parts = text.split(separator: "@", omittingEmptySubsequences: false).map(String.init)
        let found =
            parts.count == 2
            ? Self.version(parts[1]).flatMap { definitions.workflow(parts[0], version: $0) }
            : definitions.current(parts[0])
        guard let found, parts.count <= 2 else { throw .notFound }
        return found
    }

    private static func version(_ text: String) -> Int? {
        guard let number = Int(text), number > 0, String(number) == text else { return nil }
        return number
    }

    /// Lists the revisions of all calendars, by name, the newest first.
    package func calendars() -> [(calendar: WorkingCalendar, isCurrent: Bool)] {
        let calendars = world.value.calendars
        return calendars.names.flatMap { name in
            calendars.revisions(of: name).enumerated().map { ($1, $0 == 0) }
        }
    }

    /// Finds `name`, the newest revision, or `name@revision`, which has one way to be written.
    package func calendar(
        _ text: String
    ) throws(InputFault) -> (calendar: WorkingCalendar, isCurrent: Bool) {
        let calendars = world.value.calendars
        guard let calendar = calendars.calendar(text) else { throw .notFound }
        return (calendar, calendars.current(calendar.name) === calendar)
    }
}
