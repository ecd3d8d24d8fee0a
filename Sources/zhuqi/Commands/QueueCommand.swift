import APIModel
import ArgumentParser
import Client
import CommandText
import Languages

/// Names what is listed.
enum QueueName: String, CaseIterable, ExpressibleByArgument {
    case mine, unit, others, overdue, escalated, watched, all

    var duties: DutyQuery.Queue { DutyQuery.Queue(rawValue: rawValue) ?? .mine }
    /// Nil where there are only duties.
    var issues: IssueQuery.Queue? { IssueQuery.Queue(rawValue: rawValue) }
}

struct QueueCommand: SessionCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            "queue",
            abstract: Label(
                zh: "列出待办，最急的在前。",
                en: "Lists what waits, the most urgent first."),
            discussion: Label(
                zh: """
                    mine：要我办的，含我代理的；unit：本单位要办的；others：等别人办的。以下在我看得到的全部待办之中：overdue：超期的；\
                    escalated：已提级问题的；watched：提级到我的，或我包联的企业、项目和产业链的；all：全部，不论由谁办。不写队列名即为 mine。

                    终端上先有一行件数：要我办的、等别人的、今天到期的、超期的。再列您正在或十四天内将代理谁；您是负责人的，还列单位里谁不在岗。

                    行首 ! 为超期，~ 为时间暂停，… 为须别人先办；^2 为已提到的级别。给出 --issues 时列问题，all 含已办结的，各带办结时限的灯。

                    例：
                      zhuqi queue overdue --class A --limit 20
                    """,
                en: """
                    mine: what is yours to do, also for whom you stand in; unit: what your unit \
                    owes; others: what you wait for. Of all that you may see: overdue: what is \
                    past its deadline; escalated: on issues that were raised; watched: on those \
                    that climbed to you, or are about enterprises, projects and chains that you \
                    are paired with; all: whatever anybody owes. Without a name: mine.

                    On a terminal a line comes first that counts what is yours, what you wait \
                    for, what is due today and what is overdue. Then follows for whom you stand \
                    in, now or within fourteen days, and who is away of those whose head you are.

                    A line begins with ! where it is overdue, ~ where the time stands still, … \
                    where somebody else has to do something first; ^2 is the level to which the \
                    issue was raised. With --issues, issues are listed, the closed ones of all \
                    too, each with the light of its resolution.

                    Example:
                      zhuqi queue overdue --class A --limit 20
                    """))
    }

    @Argument(
        help: ArgumentHelp(
            zh: "队列：mine、unit、others、overdue、escalated、watched 或 all。",
            en: "Which queue: mine, unit, others, overdue, escalated, watched or all.",
            value: ("队列", "queue")))
    var queue: QueueName?

    @Option(
        help: ArgumentHelp(
            zh: "该单位的问题。", en: "Issues of this unit.", value: ("单位", "unit")))
    var unit: [String] = []

    @Option(
        help: ArgumentHelp(
            zh: "该状态的问题，如 办理中。", en: "Issues in this state, e.g. “In handling”.",
            value: ("状态", "state")))
    var state: [String] = []

    @Option(
        name: .customLong("class"),
        help: ArgumentHelp(
            zh: "该分类的问题，如 U 或 紧急。", en: "Issues of this class, e.g. U.",
            value: ("分类", "class")))
    var issueClass: [String] = []

    @Option(
        help: ArgumentHelp(
            zh: "该类别的问题，如 FIN 或 融资。", en: "Issues of this category, e.g. FIN.",
            value: ("类别", "category")))
    var category: [String] = []

    @Option(
        help: ArgumentHelp(
            zh: "该属地的问题，如 金水区 或 410105。", en: "Issues of this division, e.g. 410105.",
            value: ("属地", "division")))
    var division: [String] = []

    @Option(
        help: ArgumentHelp(
            zh: "该流程的问题。", en: "Issues of this workflow.", value: ("流程", "workflow")))
    var workflow: [String] = []

    @Option(
        help: ArgumentHelp(
            zh: "文字含有这些词的问题。", en: "Issues whose text holds each of these words.",
            value: ("词", "words")))
    var search: [String] = []

    @Option(
        help: ArgumentHelp(
            zh: "每页最多几行。", en: "The largest number of lines per page.", value: ("数", "count")))
    var limit: Int?

    @Option(
        help: ArgumentHelp(
            zh: "从哪里起，照上一页末尾所示。", en: "Where the page begins, as the page before it said.",
            value: ("位置", "cursor")))
    var cursor: String?

    @Flag(
        help: ArgumentHelp(zh: "列问题，不列待办。", en: "Lists issues instead of what is owed."))
    var issues = false

    @Flag(help: ArgumentHelp(zh: "一直读到末尾。", en: "Reads on to the end of the queue."))
    var allPages = false

    @OptionGroup(title: OptionTitle.common) var options: SharedOptions

    func validate() throws {
        if let limit, limit < 1 {
            throw ValidationError(zh: "--limit 至少为 1", en: "--limit must be at least 1.")
        }
        let filters = [
            ("--unit", unit), ("--state", state), ("--class", issueClass),
            ("--category", category), ("--division", division), ("--workflow", workflow),
            ("--search", search),
        ]
        for (name, values) in filters where values.count > 1 {
            throw ValidationError(
                zh: "\(name) 只能给出一次，现有 \(values.count) 次",
                en: "\(name) is given once, not \(values.count) times.")
        }
        if issues, name.issues == nil {
            throw ValidationError(
                zh: "\(name.rawValue) 只列待办，不能与 --issues 同时给出",
                en: "\(name.rawValue) lists only what is owed; leave --issues out.")
        }
    }

    func perform(at session: Session) async throws {
        let isGreeted = session.form == .people
        let principal = isGreeted ? try await session.client.whoami().value : nil
        if let principal {
            if session.console.canvas.width != nil {
                session.console.write(lines: try await QueueGreeting.lines(at: session))
            }
            session.console.write(
                lines: TimesAway(principal: principal, language: session.language).lines)
        }
        guard issues, let queue = name.issues else {
            return try await DutyListing(query: duties(at: session), allPages: allPages)
                .write(to: session, now: principal?.now)
        }
        try await IssueListing(query: issues(of: queue, at: session), allPages: allPages)
            .write(to: session)
    }

    /// `all` where only issues are asked for.
    private var name: QueueName { queue ?? (issues ? .all : .mine) }

    private func duties(at session: Session) async throws -> DutyQuery {
        var query = DutyQuery(queue: name.duties, cursor: cursor, limit: limit)
        let words = try await words(at: session)
        query.state = try words?.name(of: state, as: .state)
        query.class = try words?.name(of: issueClass, as: .issueClass)
        query.category = try words?.name(of: category, as: .category)
        (query.unit, query.division) = (unit.first, division.first)
        (query.workflow, query.text) = (workflow.first, search.first)
        return query
    }

    private func issues(
        of queue: IssueQuery.Queue, at session: Session
    ) async throws -> IssueQuery {
        let words = try await words(at: session)
        return IssueQuery(
            queue: queue, unit: unit.first, state: try words?.name(of: state, as: .state),
            class: try words?.name(of: issueClass, as: .issueClass),
            category: try words?.name(of: category, as: .category), division: division.first,
            workflow: workflow.first, text: search.first, cursor: cursor, limit: limit)
    }

    /// The server's words, asked for only where identifiers are to be made of what was typed.
    private func words(at session: Session) async throws(ClientError) -> FilterWords? {
        guard !(state + issueClass + category).isEmpty else { return nil }
        return try await FilterWords.current(at: session)
    }
}

extension FilterWords {
    /// Nil where nothing was typed.
    fileprivate func name(
        of typed: [String], as filter: Filter
    ) throws(StaffError) -> String? {
        guard let first = typed.first else { return nil }
        return try name(of: first, as: filter)
    }
}
