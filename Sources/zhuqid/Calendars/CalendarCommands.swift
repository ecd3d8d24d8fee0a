import ArgumentParser

/// Everything about working calendars that an institution does.
struct CalendarCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calendar",
        abstract: "Publishes calendars, lists their revisions, and adopts them for running clocks.",
        subcommands: [
            PublishCalendars.self, ListCalendars.self, AdoptCalendar.self, ListProvisional.self,
        ])
}
