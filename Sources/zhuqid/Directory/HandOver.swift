import ArgumentParser
import Casework
import Engine
import Postgres
import Store
import WorkingTime

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

    @OptionGroup var options: DatabaseOptions

    @OptionGroup var links: LinkKeyOptions

    @Option(help: "The login of the officer who leaves.")
    var from: String

    @Option(help: "The login of the officer who takes over.")
    var to: String

    @Option(help: "Why: it stands in each history.")
    var reason: String

    @Option(help: "The login of the system administrator in whose name it is done.")
    var by: String?

    @Flag(help: "Says what would happen, and changes nothing.")
    var dryRun = false

    func run() async throws {
        guard from != to else { throw ValidationError("--from and --to are the same") }
        guard (1...500).contains(reason.count) else {
            throw ValidationError("--reason: 1 to 500 characters")
        }
        let logger = ToolLogger.make()
        let house = try await House(options, poolSize: 2, linkKey: try links.key(), logger)
        let world = house.world.value
        let run = HandoverRun(
            store: house.store,
            handover: Handover(
                from: try person(from, "--from", in: world).id,
                to: try person(to, "--to", in: world).id, reason: reason),
            by: try Administrator.namedOrOnly(by, in: world), at: try await house.now())
        let report = try await run.run(
            through: dryRun ? nil : house.batcher(ObservationLog(logger)),
            telling: MassChangeText(zone: world.zone).write)
        var pairings = ""
        if !dryRun {
            let queries = house.queries
            let count = try await house.pool.withConnection {
                try await run.movePairings(over: $0, queries)
            }
            pairings = "; pairings: \(count)"
        }
        await house.close()
        let issues = report.changedCount == 1 ? "1 issue" : "\(report.changedCount) issues"
        print(
            "\(issues) \(dryRun ? "would go" : "went") from \(from) to \(to), "
                + "\(report.unchanged.count) stay\(pairings)")
        if !report.unchanged.isEmpty { throw ExitCode.failure }
    }

    private func person(_ login: String, _ option: String, in world: World) throws -> Person {
        guard let person = world.directory.person(login: login) else {
            throw ValidationError("\(option): nobody has the login \(login)")
        }
        return person
    }
}
