/// Holds everything beside the issue that a decision depends on, as immutable values, by noun. It is
/// passed to every decision, so it is one object: a value of so many parts costs more to copy.
///
/// What needs one or two of its parts takes those.
package final class World: Sendable {
    package let definitions: PublishedDefinitions
    package let calendars: PublishedCalendars
    package let directory: Directory
    package let routing: RoutingTable
    package let ladders: Ladders
    package let notices: NoticeRules

    /// The ladders say who may stand in for whom in the directory.
    package init(
        definitions: PublishedDefinitions, calendars: PublishedCalendars, directory: Directory,
        routing: RoutingTable, ladders: Ladders, notices: NoticeRules = .plain
    ) {
        self.definitions = definitions
        self.calendars = calendars
        self.directory = directory.governed(by: ladders.substitution)
        self.routing = routing
        self.ladders = ladders
        self.notices = notices
    }

    /// The same world with another directory: to see what a change would do.
    package func with(_ directory: Directory) -> World {
        World(
            definitions: definitions, calendars: calendars, directory: directory,
            routing: routing, ladders: ladders, notices: notices)
    }
}
