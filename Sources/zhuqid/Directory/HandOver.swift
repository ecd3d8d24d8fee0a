import ArgumentParser
import Casework
import CommandText
import Engine
import Store
import UseCases

/// Hands everything of one officer that is open or may be reopened to another.
struct HandOver: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "handover",
        abstract: "Hands everything open of one officer to another, pairings included.",
        discussion: """
            What has ended and may be reopened goes with it. Each issue gets an event; the receiver is \
            told of what is open. What complains about the receiver's unit stays, with the reason. \
            Grants and duties stay: import them with their dates. Started again, it goes on where it was.
            Example: zhuqid directory handover --from officer1 --to officer2 --reason 岗位调整 --dry-run
            """)

    @OptionGroup var options: AdministrationOptions

    @Option(help: "The login of the officer who leaves.")
    var from: String

    @Option(help: "The login of the officer who takes over.")
    var to: String

    @Option(help: "Why: it stands in each history.")
    var reason: String

    func run() async throws {
        guard from != to else { throw ValidationError("--from and --to are the same") }
        guard (1...500).contains(reason.count) else {
            throw ValidationError("--reason: 1 to 500 characters")
        }
        let (report, pairings) = try await options.administer { composition, batcher in
            let handingOver = try await handingOver(composition)
            let report = try await handingOver.run(
                through: batcher,
                telling: MassChangeText(zone: composition.world.value.calendars.zone).write)
            let pairings =
                batcher == nil
                ? nil
                : try await handingOver.movePairings(through: composition.directoryTransactions)
            return (report, pairings)
        }
        let issues = report.changedCount == 1 ? "1 issue" : "\(report.changedCount) issues"
        print(
            "\(issues) \(options.dryRun ? "would go" : "went") from \(from) to \(to), "
                + "\(report.unchanged.count) stay\(pairings.map { "; pairings: \($0)" } ?? "")")
        if !report.unchanged.isEmpty { throw ExitCode(EndingStatus.partly.rawValue) }
    }

    private func handingOver(_ composition: Composition) async throws -> HandOverIssues {
        do {
            return try HandOverIssues(
                from: from, to: to, reason: reason, by: options.by, in: composition.world.value,
                composition.records,
                at: try await composition.now())
        } catch HandoverFault.nobodyLeaves(let login) {
            throw ValidationError("--from: nobody has the login \(login)")
        } catch HandoverFault.nobodyTakesOver(let login) {
            throw ValidationError("--to: nobody has the login \(login)")
        }
    }
}
