import APIModel
import ArgumentParser
import Client
import Languages

/// Names what is listed: duties, or the issues that one may see.
enum QueueName: String, CaseIterable, ExpressibleByArgument {
    case mine, unit, others, overdue, escalated, all

    /// Nil where issues are listed.
    var duties: DutyQuery.Queue? { DutyQuery.Queue(rawValue: rawValue) }
    var issues: IssueQuery.Queue { IssueQuery.Queue(rawValue: rawValue) ?? .all }
}

struct QueueCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "queue",
        abstract: "List the issues that wait, the most urgent first (待办队列).",
        discussion: """
            mine: what is yours to do (要我办的), also for whom you stand in; unit: what your unit owes \
            (本单位); others: what you wait for (等别人的). Of issues: overdue: past the deadline (超期); \
            escalated: raised a level or more (提级); all: whatever you may see. Without a name: mine.

            Above it stands for whom you stand in (代理), now or within fourteen days, and who is away (外出) \
            of those whose head you are.

            A line begins with ! where it is overdue (超期), ~ where the time stands still (暂停), … where \
            somebody else has to do something first (等别人); ^2 is the level to which the issue was raised. \
            With filters, issues are listed, each with the light (灯) of its resolution.

            Example:
              zhuqi queue overdue --class A --limit 20
            """)

    @Argument(help: "Which queue: mine, unit, others, overdue, escalated or all.")
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
        help: ArgumentHelp("Issues whose text holds each of these words (检索).", valueName: "text"))
    var search: [String] = []

    @Option(help: ArgumentHelp("The largest number of lines per page.", valueName: "count"))
    var limit: Int?

    @Option(help: "Where the page begins, as the page before it said.")
    var cursor: String?

    @Flag(help: "Read on to the end of the queue.")
    var allPages = false

    @OptionGroup(title: "Common options") var options: SharedOptions

    func validate() throws {
        if let limit, limit < 1 { throw ValidationError("--limit must be at least 1.") }
        let filters = [
            ("--unit", unit), ("--state", state), ("--class", issueClass),
            ("--category", category), ("--search", search),
        ]
        for (name, values) in filters where values.count > 1 {
            throw ValidationError("\(name) is given once, not \(values.count) times.")
        }
    }

    func perform(at session: Session) async throws {
        let principal = session.form == .people ? try await session.client.whoami().value : nil
        if let principal {
            session.console.write(
                lines: TimesAway(principal: principal, language: session.language).lines)
        }
        if let duties = (queue ?? .mine).duties, !isFiltered {
            let query = DutyQuery(queue: duties, cursor: cursor, limit: limit)
            return try await DutyListing(query: query, allPages: allPages)
                .write(to: session, now: principal?.now)
        }
        let query = try await query(at: session)
        let pages = try await pages(of: query, from: session.client)
        guard session.form == .people else {
            return session.console.write(try json(pages))
        }
        let table = QueueTable(
            issues: pages.items, query: query, next: pages.replies.last?.value.next,
            language: session.language)
        session.console.write(lines: table.lines(on: session.console.canvas))
    }

    private var isFiltered: Bool {
        ![unit, state, issueClass, category, search].allSatisfy(\.isEmpty)
    }

    private func query(at session: Session) async throws -> IssueQuery {
        var query = IssueQuery(
            queue: (queue ?? .all).issues, unit: unit.first, text: search.first, cursor: cursor,
            limit: limit)
        try await narrow(&query, at: session)
        return query
    }

    /// Takes the identifiers of what was typed; the server's words are asked for only where some are.
    private func narrow(_ query: inout IssueQuery, at session: Session) async throws {
        guard !(state + issueClass + category).isEmpty else { return }
        let words = try await FilterWords.current(at: session)
        query.state = try state.first.map { try words.name(of: $0, as: .state) }
        query.class = try issueClass.first.map { try words.name(of: $0, as: .issueClass) }
        query.category = try category.first.map { try words.name(of: $0, as: .category) }
    }

    private func pages(
        of query: IssueQuery, from client: APIClient
    ) async throws(ClientError) -> AllPages<IssueAnswer>.Pages {
        guard allPages else { return .init(replies: [try await client.issues(query)]) }
        let pages = AllPages { cursor throws(ClientError) in
            var query = query
            query.cursor = cursor
            return try await client.issues(query)
        }
        return try await pages.read(from: query.cursor)
    }

    private func json(_ pages: AllPages<IssueAnswer>.Pages) throws(StaffError) -> String {
        guard !allPages, let page = pages.replies.first else { return try pages.json() }
        return try PrettyJSON.text(answer: page)
    }
}
