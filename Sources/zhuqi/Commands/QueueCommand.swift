import APIModel
import ArgumentParser
import Client
import Languages

/// Names what is listed.
enum QueueName: String, CaseIterable, ExpressibleByArgument {
    case mine, unit, others, overdue, escalated, watched, all

    var duties: DutyQuery.Queue { DutyQuery.Queue(rawValue: rawValue) ?? .mine }
    /// Nil where there are only duties.
    var issues: IssueQuery.Queue? { IssueQuery.Queue(rawValue: rawValue) }
}

struct QueueCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "queue",
        abstract: "List the issues that wait, the most urgent first (待办队列).",
        discussion: """
            mine: what is yours to do (要我办的), also for whom you stand in; unit: what your unit owes \
            (本单位); others: what you wait for (等别人的). Of all that you may see: overdue: what is past its \
            deadline (超期); escalated: on issues that were raised (提级); watched: on those that climbed to you, \
            or are about what you are paired with (关注); all: whatever anybody owes. Without a name: mine.

            Above it stands for whom you stand in (代理), now or within fourteen days, and who is away (外出) \
            of those whose head you are.

            A line begins with ! where it is overdue (超期), ~ where the time stands still (暂停), … where \
            somebody else has to do something first (等别人); ^2 is the level to which the issue was raised. \
            With --issues, issues are listed, the closed ones of all too, each with the light (灯) of its \
            resolution.

            Example:
              zhuqi queue overdue --class A --limit 20
            """)

    @Argument(help: "Which queue: mine, unit, others, overdue, escalated, watched or all.")
    var queue: QueueName?

    @Option(help: ArgumentHelp("Issues of this unit (单位代码).", valueName: "code"))
    var unit: [String] = []

    @Option(help: "Issues in this state, e.g. 办理中 (状态).")
    var state: [String] = []

    @Option(name: .customLong("class"), help: "Issues of this class: U, D, C, B or A (分类).")
    var issueClass: [String] = []

    @Option(help: ArgumentHelp("Issues of this category, e.g. FIN or 融资 (类别).", valueName: "code"))
    var category: [String] = []

    @Option(
        help: ArgumentHelp("Issues of this division, e.g. 410105 (属地代码).", valueName: "code"))
    var division: [String] = []

    @Option(help: ArgumentHelp("Issues of this workflow (流程).", valueName: "name"))
    var workflow: [String] = []

    @Option(
        help: ArgumentHelp("Issues whose text holds each of these words (检索).", valueName: "text"))
    var search: [String] = []

    @Option(help: ArgumentHelp("The largest number of lines per page.", valueName: "count"))
    var limit: Int?

    @Option(help: "Where the page begins, as the page before it said.")
    var cursor: String?

    @Flag(help: "List issues instead of what is owed (问题).")
    var issues = false

    @Flag(help: "Read on to the end of the queue.")
    var allPages = false

    @OptionGroup(title: "Common options") var options: SharedOptions

    func validate() throws {
        if let limit, limit < 1 { throw ValidationError("--limit must be at least 1.") }
        let filters = [
            ("--unit", unit), ("--state", state), ("--class", issueClass),
            ("--category", category), ("--division", division), ("--workflow", workflow),
            ("--search", search),
        ]
        for (name, values) in filters where values.count > 1 {
            throw ValidationError("\(name) is given once, not \(values.count) times.")
        }
        if issues, name.issues == nil {
            throw ValidationError("\(name.rawValue) lists only what is owed; leave --issues out.")
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
