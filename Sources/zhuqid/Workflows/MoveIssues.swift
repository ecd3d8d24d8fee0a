import ArgumentParser
import Casework
import CommandText
import Engine
import Store
import UseCases

/// Moves running issues to another version of their workflow.
struct MoveIssues: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "move", abstract: "Moves running issues to another version of their workflow.",
        discussion: """
            States, classes and categories keep their names unless they are mapped. A limit that \
            changed counts from the clock's own start; the original deadline stays, and what was \
            breached or extended keeps its deadline. An issue stays where what it brings along \
            would be something else, such as a running clock that is the resolution no more. The \
            move is an event in each history. Started again, it goes on where it was.
            Example: zhuqid workflow move enterprise-assistance --from 3 --to 4 --dry-run
            Example: zhuqid workflow move --from 3 --to 4 --by admin.system \
            --where class=C --where division=410102 --state coordinating=inHandling
            """)

    @OptionGroup var options: AdministrationOptions

    @Argument(help: "The workflow; may be left out where only one has both versions.")
    var workflow: String?

    @Option(help: "The version that they run on.")
    var from: Int

    @Option(help: "The version that they go to.")
    var to: Int

    @Option(
        name: .customLong("where"),
        help: "Only issues with state=, class=, category=, division=, unit= or number=; repeated.")
    var conditions: [String] = []

    @Option(help: "Maps a state: old=new; repeated.")
    var state: [String] = []

    @Option(name: .customLong("class"), help: "Maps a class: old=new; repeated.")
    var classes: [String] = []

    @Option(help: "Maps a category: old=new; repeated.")
    var category: [String] = []

    func validate() throws {
        guard from != to else { throw ValidationError("--from and --to are the same version") }
        guard options.dryRun || options.by != nil else {
            throw ValidationError("--by: the login of a system administrator; or --dry-run")
        }
        _ = try filter()
        _ = try [state, classes, category].map(pairs)
    }

    func run() async throws {
        let report = try await options.administer { composition, batcher in
            let moving = try await moving(composition)
            if batcher != nil {
                try await moving.waitForServers {
                    StandardError.write("waiting a few seconds, until servers know version \(to)")
                }
                try await options.database.withConnection { connection in
                    try await moving.publish(
                        through: DirectoryTransactions(
                            NamedStatements(over: connection, composition.queries)))
                }
            }
            return try await moving.run(
                try filter(), through: batcher,
                telling: MassChangeText(zone: moving.zone).write)
        }
        let late = report.deadlines.count { $0.becomesOverdue }
        print(
            "\(report.changedCount) \(options.dryRun ? "would move" : "moved"), "
                + "\(report.unchanged.count) stay; deadlines that change: "
                + "\(report.deadlines.count), become late: \(late)")
        if !report.unchanged.isEmpty { throw ExitCode(EndingStatus.partly.rawValue) }
    }

    private func moving(_ composition: Composition) async throws -> MoveVersions {
        let plan = MovePlan(
            workflow: workflow, from: from, to: to, states: try pairs(state),
            classes: try pairs(classes), categories: try pairs(category), filter: try filter())
        do {
            return try await MoveVersions(
                plan, by: options.by, in: composition.world.value, composition.records,
                at: try await composition.now())
        } catch let fault as MoveFault {
            throw ValidationError(words(for: fault))
        }
    }

    private func words(for fault: MoveFault) -> String {
        switch fault {
        case .severalWorkflows(let names):
            "several workflows have the versions \(from) and \(to): name one of "
                + names.joined(separator: ", ")
        case .noWorkflow:
            "\(workflow ?? "no workflow") has not both versions \(from) and \(to); "
                + "zhuqid workflow list shows what is published"
        case .notInOld(let what, let name): "version \(from) has no \(what) \(name)"
        case .notOpenInNew(let what, let name): "version \(to) has no open \(what) \(name)"
        case .nothingNamed(let what, let name): "--where: there is no \(what) \(name)"
        }
    }

    private func pairs(_ texts: [String]) throws -> [String: String] {
        try texts.reduce(into: [:]) { pairs, text in
            let parts = text.split(separator: "=", omittingEmptySubsequences: false)
            guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
                throw ValidationError("“\(text)”: write old=new")
            }
            pairs[String(parts[0])] = String(parts[1])
        }
    }

    private func filter() throws -> MoveFilter {
        var filter = MoveFilter()
        for condition in conditions {
            let parts = condition.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2 else {
                throw ValidationError("“\(condition)”: write name=value")
            }
            switch parts[0] {
            case "state": filter.states.append(parts[1])
            case "class": filter.classes.append(parts[1])
            case "category": filter.categories.append(parts[1])
            case "division": filter.divisions.append(parts[1])
            case "unit": filter.units.append(parts[1])
            case "number": filter.numbers.append(parts[1])
            default:
                throw ValidationError(
                    "--where \(parts[0]): use state, class, category, division, unit or number")
            }
        }
        return filter
    }
}
