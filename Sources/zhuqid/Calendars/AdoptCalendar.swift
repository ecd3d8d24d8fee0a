import ArgumentParser
import CommandText
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

    @OptionGroup var options: AdministrationOptions

    @Argument(help: "The revision: cn@2, or 2 where only one calendar is published.")
    var revision: String

    func run() async throws {
        let (report, name) = try await options.administer { composition, batcher in
            let adopting = try await adopting(composition)
            if batcher != nil {
                try await adopting.waitForServers {
                    StandardError.write(
                        "waiting a few seconds, until servers know \(adopting.name)")
                }
            }
            let report = try await adopting.run(
                through: batcher, telling: MassChangeText(zone: adopting.zone).write)
            return (report, adopting.name)
        }
        sumUp(report, name)
        if !report.unchanged.isEmpty { throw ExitCode(EndingStatus.partly.rawValue) }
    }

    private func adopting(_ composition: Composition) async throws -> AdoptRevision {
        do {
            return try AdoptRevision(
                revision, by: options.by, in: composition.world.value, composition.records,
                at: try await composition.now())
        } catch AdoptionFault.notPublished(let known) {
            throw ValidationError(
                "no revision \(revision) is published; published: "
                    + known.joined(separator: ", "))
        }
    }

    private func sumUp(_ report: MassChangeReport, _ name: String) {
        let late = report.deadlines.count { $0.becomesOverdue }
        let saved = report.deadlines.count { $0.isSaved }
        let issues = report.changedCount == 1 ? "1 issue" : "\(report.changedCount) issues"
        print(
            "\(issues) \(options.dryRun ? "would adopt" : "adopted") "
                + "\(name), \(report.unchanged.count) stay; "
                + "deadlines that move: \(report.deadlines.count); become late: \(late); "
                + "saved: \(saved); no longer provisional: \(report.firmCount)")
    }
}
