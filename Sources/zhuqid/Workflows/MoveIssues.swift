import ArgumentParser
import Casework
import CommandText
import Engine
import Languages
import Store
import UseCases

/// Moves running issues to another version of their workflow.
struct MoveIssues: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            "move",
            abstract: Label(
                zh: "让在办问题改用工作流的另一版本。",
                en: "Moves running issues to another version of their workflow."),
            discussion: Label(
                zh: """
                    状态、分类、类别沿用原名，除非写明对应关系。时限长短变了的，从原起点重新计算；原期限保留，已超期或已延期的期限不变。若带过去的内容会变成别的\
                    意思（例如正在计时的办结时限不再是办结），该问题留在原版本。每件记一笔历史。中断后再次运行，接着办。
                    例：
                      zhuqid workflow move enterprise-assistance --from 3 --to 4 --dry-run
                      zhuqid workflow move --from 3 --to 4 --by admin.system \\
                        --where class=C --where division=410102 --state coordinating=inHandling
                    """,
                en: """
                    States, classes and categories keep their names unless they are mapped. A \
                    limit that changed counts from the clock's own start; the original deadline \
                    stays, and what was breached or extended keeps its deadline. An issue stays \
                    where what it brings along would be something else, such as a running clock \
                    that is the resolution no more. The move is an event in each history. \
                    Started again, it goes on where it was.
                    Example:
                      zhuqid workflow move enterprise-assistance --from 3 --to 4 --dry-run
                      zhuqid workflow move --from 3 --to 4 --by admin.system \\
                        --where class=C --where division=410102 --state coordinating=inHandling
                    """))
    }

    @OptionGroup var options: AdministrationOptions

    @Argument(
        help: ArgumentHelp(
            zh: "工作流；只有一个工作流有这两个版本时可不写。",
            en: "The workflow; may be left out where only one has both versions.",
            value: ("工作流", "workflow")))
    var workflow: String?

    @Option(
        help: ArgumentHelp(
            zh: "现用版本。",
            en: "The version that they run on.", value: ("版本", "version")))
    var from: Int

    @Option(
        help: ArgumentHelp(
            zh: "改用版本。",
            en: "The version that they go to.", value: ("版本", "version")))
    var to: Int

    @Option(
        name: .customLong("where"),
        help: ArgumentHelp(
            zh: "只改符合条件的：state=、class=、category=、division=、unit= 或 number=；可重复。",
            en:
                "Only issues with state=, class=, category=, division=, unit= or number=; repeated.",
            value: ("条件", "condition")))
    var conditions: [String] = []

    @Option(
        help: ArgumentHelp(
            zh: "状态的对应：旧=新；可重复。",
            en: "Maps a state: old=new; repeated.", value: ("旧=新", "old=new")))
    var state: [String] = []

    @Option(
        name: .customLong("class"),
        help: ArgumentHelp(
            zh: "分类的对应：旧=新；可重复。", en: "Maps a class: old=new; repeated.",
            value: ("旧=新", "old=new")))
    var classes: [String] = []

    @Option(
        help: ArgumentHelp(
            zh: "类别的对应：旧=新；可重复。",
            en: "Maps a category: old=new; repeated.", value: ("旧=新", "old=new")))
    var category: [String] = []

    func validate() throws {
        guard from != to else {
            throw ValidationError(
                zh: "--from 与 --to 是同一版本",
                en: "--from and --to are the same version")
        }
        guard options.dryRun || options.by != nil else {
            throw ValidationError(
                zh: "--by：请写明系统管理员的账号；或用 --dry-run 试运行",
                en: "--by: the login of a system administrator; or --dry-run")
        }
        _ = try filter()
        _ = try [state, classes, category].map(pairs)
    }

    func run() async throws {
        let report = try await options.administer { composition, batcher in
            let moving = try await moving(composition)
            if batcher != nil {
                try await moving.waitForServers {
                    StandardError.write(
                        zh: "稍等几秒，待服务端读到第 \(to) 版",
                        en: "waiting a few seconds, until servers know version \(to)")
                }
                try await options.database.withConnection { connection in
                    try await moving.publish(
                        through: DirectoryTransactions(
                            NamedStatements(over: connection, composition.queries)))
                }
            }
            return try await moving.run(
                try filter(), through: batcher,
                telling: MassChangeText(in: composition.world.value, zone: moving.zone).write)
        }
        let late = report.deadlines.count { $0.becomesOverdue }
        say(
            zh: "\(options.dryRun ? "将改用新版本" : "已改用新版本") \(report.changedCount) 件，"
                + "留在原版本 \(report.unchanged.count) 件；"
                + "期限变化 \(report.deadlines.count) 个，因此超期 \(late) 个",
            en: "\(report.changedCount) \(options.dryRun ? "would move" : "moved"), "
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
            let words = words(for: fault)
            throw ValidationError(zh: words.zh, en: words.en)
        }
    }

    private func words(for fault: MoveFault) -> Label {
        switch fault {
        case .severalWorkflows(let names):
            Label(
                zh: "不止一个工作流有第 \(from) 版和第 \(to) 版，请写明其一："
                    + Language.zh.list(names),
                en: "several workflows have the versions \(from) and \(to): name one of "
                    + Language.en.list(names))
        case .noWorkflow:
            Label(
                zh: (workflow.map { "\($0) 没有" } ?? "没有工作流")
                    + "同时有第 \(from) 版和第 \(to) 版；zhuqid workflow list 列出已发布的",
                en: "\(workflow ?? "no workflow") has not both versions \(from) and \(to); "
                    + "zhuqid workflow list shows what is published")
        case .notInOld(let what, let name):
            Label(
                zh: "第 \(from) 版没有\(what.label.zh)“\(name)”",
                en: "version \(from) has no \(what.label.en) \(name)")
        case .notOpenInNew(let what, let name):
            Label(
                zh: "第 \(to) 版没有在办的\(what.label.zh)“\(name)”",
                en: "version \(to) has no open \(what.label.en) \(name)")
        case .nothingNamed(let what, let name):
            Label(
                zh: "--where：没有\(what.label.zh)“\(name)”",
                en: "--where: there is no \(what.label.en) \(name)")
        }
    }

    private func pairs(_ texts: [String]) throws -> [String: String] {
        try texts.reduce(into: [:]) { pairs, text in
            let parts = text.split(separator: "=", omittingEmptySubsequences: false)
            guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
                throw ValidationError(
                    zh: "“\(text)”：请写作 旧=新",
                    en: "“\(text)”: write old=new")
            }
            pairs[String(parts[0])] = String(parts[1])
        }
    }

    private func filter() throws -> MoveFilter {
        var filter = MoveFilter()
        for condition in conditions {
            let parts = condition.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2 else {
                throw ValidationError(
                    zh: "“\(condition)”：请写作 名称=值",
                    en: "“\(condition)”: write name=value")
            }
            switch parts[0] {
            case "state": filter.states.append(parts[1])
            case "class": filter.classes.append(parts[1])
            case "category": filter.categories.append(parts[1])
            case "division": filter.divisions.append(parts[1])
            case "unit": filter.units.append(parts[1])
            case "number": filter.numbers.append(parts[1])
            default:
                let names = ["state", "class", "category", "division", "unit", "number"]
                throw ValidationError(
                    zh: "--where \(parts[0])：可用 \(Language.zh.list(names))",
                    en: "--where \(parts[0]): use state, class, category, division, unit or number"
                )
            }
        }
        return filter
    }
}
