import ArgumentParser
import Casework
import Engine
import Store
import WorkingTime

/// Pins running clocks to a later revision of their calendar.
struct AdoptCalendar: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "adopt",
        abstract: "Moves running clocks to a revision of their calendar, and says what changes.",
        discussion: """
            Every deadline that moves is listed, with what becomes late or is saved. Each issue \
            gets an event; original deadlines stay, and a breach stays a fact. Whoever handles an \
            issue whose deadline moved is told. Started again, it goes on where it was.
            Example: zhuqid calendar adopt cn@2 --dry-run
            Example: zhuqid calendar adopt 2
            """)

    @OptionGroup var options: DatabaseOptions

    @OptionGroup var links: LinkKeyOptions

    @Argument(help: "The revision: cn@2, or 2 where only one calendar is published.")
    var revision: String

    @Option(
        help:
            "The login of the system administrator in whose name it is done; may be left out where there is one."
    )
    var by: String?

    @Flag(help: "Says what would happen, and changes nothing.")
    var dryRun = false

    func run() async throws {
        let logger = ToolLogger.make()
        let house = try await House(options, poolSize: 2, linkKey: try links.key(), logger)
        let world = house.world.value
        let calendar = try calendar(in: world)
        let adopter = CalendarAdopter(
            store: house.store,
            adoption: CalendarAdoption(calendar: calendar.name, revision: calendar.revision),
            by: try Administrator.namedOrOnly(by, in: world), at: try await house.now())
        if !dryRun {
            try await ServerPatience.wait(
                since: try await adopter.publishedAt(),
                until: "servers know \(calendar.name)@\(calendar.revision)")
        }
        let report = try await adopter.run(
            through: dryRun ? nil : house.batcher(ObservationLog(logger)),
            telling: MassChangeText(zone: calendar.zone).write)
        await house.close()
        sumUp(report, calendar)
        if !report.unchanged.isEmpty { throw ExitCode.failure }
    }

    private func calendar(in world: World) throws -> WorkingCalendar {
        let names = world.calendarNames
        let text = revision.contains("@") || names.count != 1 ? revision : "\(names[0])@\(revision)"
        guard text.contains("@"), let calendar = world.calendar(text) else {
            let known = names.flatMap { name in
                world.calendars(named: name).reversed().map { "\(name)@\($0.revision)" }
            }
            throw ValidationError(
                "no revision \(revision) is published; published: "
                    + known.joined(separator: ", "))
        }
        return calendar
    }

    private func sumUp(_ report: MassChangeReport, _ calendar: WorkingCalendar) {
        let late = report.deadlines.count { $0.becomesOverdue }
        let saved = report.deadlines.count { $0.isSaved }
        let issues = report.changedCount == 1 ? "1 issue" : "\(report.changedCount) issues"
        print(
            "\(issues) \(dryRun ? "would adopt" : "adopted") "
                + "\(calendar.name)@\(calendar.revision), \(report.unchanged.count) stay; "
                + "deadlines that move: \(report.deadlines.count); become late: \(late); "
                + "saved: \(saved); no longer provisional: \(report.firmCount)")
    }
}
