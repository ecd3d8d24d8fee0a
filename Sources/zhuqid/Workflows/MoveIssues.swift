import ArgumentParser
import Casework
import Engine
import Postgres
import Store
import Workflow
import WorkingTime

/// Moves running issues to another version of their workflow.
struct MoveIssues: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "move", abstract: "Moves running issues to another version of their workflow.",
        discussion: """
            States, classes and categories keep their names unless they are mapped. A limit that \
            changed counts from the clock's own start; the original deadline stays, and what was \
            breached or extended keeps its deadline. The move is an event in each history. Started \
            again, it goes on where it was.
            Example: zhuqid workflow move enterprise-assistance --from 3 --to 4 --dry-run
            Example: zhuqid workflow move --from 3 --to 4 --by admin.system \
            --where class=C --where division=410102 --state coordinating=inHandling
            """)

    @OptionGroup var options: DatabaseOptions

    @OptionGroup var links: LinkKeyOptions

    @Argument(help: "The workflow; may be left out where only one has both versions.")
    var workflow: String?

    @Option(help: "The version that they run on.")
    var from: Int

    @Option(help: "The version that they go to.")
    var to: Int

    @Option(help: "The login of the system administrator in whose name it is done.")
    var by: String?

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

    @Flag(help: "Says what would happen, and changes nothing.")
    var dryRun = false

    func validate() throws {
        guard from != to else { throw ValidationError("--from and --to are the same version") }
        guard dryRun || by != nil else {
            throw ValidationError("--by: the login of a system administrator; or --dry-run")
        }
        _ = try filter()
        _ = try [state, classes, category].map(pairs)
    }

    func run() async throws {
        let logger = ToolLogger.make()
        let house = try await House(options, poolSize: 2, linkKey: try links.key(), logger)
        let world = house.world.value
        let (old, new) = try versions(in: world)
        let move = VersionMove(
            from: old.id, to: new.id, states: try pairs(state), classes: try pairs(classes),
            categories: try pairs(category))
        try checkTargets(of: move, old.definition, new.definition)
        try checkFilter(try filter(), old.definition, world)
        for number in try filter().numbers
        where try await house.store.issueID(number: number) == nil {
            throw ValidationError("--where: there is no issue \(number)")
        }
        let now = try await house.now()
        let mover = VersionMover(
            store: house.store, move: move, by: try Administrator.named(by, in: world), at: now)
        if !dryRun {
            try await ServerPatience.wait(
                since: try await mover.publishedAt(), until: "servers know version \(to)")
            let connection = try await options.open(logger)
            try await mover.publish(over: connection)
            await connection.close()
        }
        let text = MassChangeText(
            zone: world.currentCalendar(new.definition.calendar)?.zone ?? .utc)
        let report = try await mover.run(
            try filter(), through: dryRun ? nil : house.batcher(ObservationLog(logger)),
            telling: text.write)
        await house.close()
        let late = report.deadlines.count { $0.becomesOverdue }
        print(
            "\(report.changedCount) \(dryRun ? "would move" : "moved"), "
                + "\(report.unchanged.count) stay; deadlines that change: "
                + "\(report.deadlines.count), become late: \(late)")
        if !report.unchanged.isEmpty { throw ExitCode.failure }
    }

    private func versions(
        in world: World
    ) throws -> (old: PublishedWorkflow, new: PublishedWorkflow) {
        let names = workflow.map { [$0] } ?? world.workflowNames
        let found = names.compactMap { name in
            world.workflow(name, version: from).flatMap { old in
                world.workflow(name, version: to).map { (old, $0) }
            }
        }
        guard found.count <= 1 else {
            throw ValidationError(
                "several workflows have the versions \(from) and \(to): name one of "
                    + found.map(\.0.definition.id).joined(separator: ", "))
        }
        guard let versions = found.first else {
            throw ValidationError(
                "\(workflow ?? "no workflow") has not both versions \(from) and \(to); "
                    + "zhuqid workflow list shows what is published")
        }
        return versions
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

    private func checkTargets(
        of move: VersionMove, _ old: WorkflowDefinition, _ new: WorkflowDefinition
    ) throws {
        let mapped: [(String, [String: String], (String) -> Bool, (String) -> Bool)] = [
            ("state", move.states, { old.state($0) != nil }, { new.state($0)?.isOpen == true }),
            ("class", move.classes, { old.issueClass($0) != nil }, { new.issueClass($0) != nil }),
            ("category", move.categories, { old.category($0) != nil }, { new.category($0) != nil }),
        ]
        for (what, names, isOld, isNew) in mapped {
            for (one, other) in names.sorted(by: { $0.key < $1.key }) {
                guard isOld(one) else {
                    throw ValidationError("version \(from) has no \(what) \(one)")
                }
                guard isNew(other) else {
                    throw ValidationError("version \(to) has no open \(what) \(other)")
                }
            }
        }
    }

    /// A filter that names nothing would pass for one that finds nothing.
    private func checkFilter(
        _ filter: VersionMover.Filter, _ old: WorkflowDefinition, _ world: World
    ) throws {
        let named: [(String, [String], (String) -> Bool)] = [
            ("state", filter.states, { old.state($0) != nil }),
            ("class", filter.classes, { old.issueClass($0) != nil }),
            ("category", filter.categories, { old.category($0) != nil }),
            ("division", filter.divisions, { world.directory.division($0) != nil }),
            ("unit", filter.units, { world.directory.unit(code: $0) != nil }),
        ]
        for (what, names, isKnown) in named {
            for name in names where !isKnown(name) {
                throw ValidationError("--where: there is no \(what) \(name)")
            }
        }
    }

    private func filter() throws -> VersionMover.Filter {
        var filter = VersionMover.Filter()
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
