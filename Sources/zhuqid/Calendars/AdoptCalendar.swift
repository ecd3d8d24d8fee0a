import ArgumentParser
import Engine
import Store
import UseCases

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
        let (report, name) = try await withInstallation(
            options, linkKey: try links.key(options), logger
        ) { house in
            let adopting = try await adopting(house)
            if !dryRun {
                try await adopting.waitForServers {
                    StandardError.write(
                        "waiting a few seconds, until servers know \(adopting.name)")
                }
            }
            let report = try await adopting.run(
                through: dryRun ? nil : house.batcher(ObservationLog(logger)),
                telling: MassChangeText(zone: adopting.zone).write)
            return (report, adopting.name)
        }
        sumUp(report, name)
        if !report.unchanged.isEmpty { throw ExitCode.failure }
    }

    private func adopting(_ house: House) async throws -> AdoptRevision {
        do {
            return try AdoptRevision(
                revision, by: by, in: house.world.value, house.records, at: try await house.now())
        } catch AdoptionFault.notPublished(let known) {
            throw ValidationError(
                "no revision \(revision) is published; published: "
                    + known.joined(separator: ", "))
        } catch let fault as AdministratorFault {
            throw ValidationError(fault.words)
        }
    }

    private func sumUp(_ report: MassChangeReport, _ name: String) {
        let late = report.deadlines.count { $0.becomesOverdue }
        let saved = report.deadlines.count { $0.isSaved }
        let issues = report.changedCount == 1 ? "1 issue" : "\(report.changedCount) issues"
        print(
            "\(issues) \(dryRun ? "would adopt" : "adopted") "
                + "\(name), \(report.unchanged.count) stay; "
                + "deadlines that move: \(report.deadlines.count); become late: \(late); "
                + "saved: \(saved); no longer provisional: \(report.firmCount)")
    }
}
