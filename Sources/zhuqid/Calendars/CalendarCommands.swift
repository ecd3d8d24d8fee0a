import ArgumentParser
import CommandText
import Languages

/// Everything about working calendars that an institution does.
struct CalendarCommands: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            "calendar",
            abstract: Label(
                zh: "发布工作日历，列出修订版，让在办问题改用新修订版。",
                en:
                    "Publishes calendars, lists their revisions, and adopts them for running clocks."
            ),
            subcommands: [
                PublishCalendars.self, ListCalendars.self, AdoptCalendar.self, ListProvisional.self,
            ])
    }
}
