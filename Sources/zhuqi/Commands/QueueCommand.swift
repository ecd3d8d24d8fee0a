import ArgumentParser
import CommandText
import Languages

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

                    列名写中文或英文，写错时列出可选的。排序须先读完整个队列，至多 \(Listing<DutyListColumn>.usualMost) 项。\
                    存有筛选的（zhuqi context），此处照用并写明，程序用的输出除外。

                    例：
                      zhuqi queue overdue --class A --limit 20
                      zhuqi queue unit --columns 编号,标题,责任方,期限 --sort -级别,期限
                      zhuqi queue all --issues --tsv --all-pages > 台账.tsv
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

                    Columns are named in Chinese or English; a wrong name is answered with the \
                    known ones. Sorting reads the whole queue first, \
                    \(Listing<DutyListColumn>.usualMost) lines at most. A filter that is kept \
                    and used (zhuqi context) narrows the list, and is named above it; what \
                    programs read it leaves alone.

                    Example:
                      zhuqi queue overdue --class A --limit 20
                      zhuqi queue unit --columns number,title,owedBy,due --sort -level,due
                      zhuqi queue all --issues --tsv --all-pages > ledger.tsv
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

    @Option(
        help: ArgumentHelp(
            zh: "要哪些列，用逗号分隔，如 编号,标题,期限。",
            en: "Which columns, with commas, e.g. number,title,due.", value: ("列", "columns")))
    var columns: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            zh: "依哪一列排序，可给几列；-期限 为倒序。",
            en: "Sorts by a column, or several; -due turns the order round.",
            value: ("列", "columns")))
    var sort: String?

    @Option(
        help: ArgumentHelp(
            zh: "这一次用哪个存下的筛选。", en: "Uses a filter that is kept, this once.",
            value: ("名字", "name")))
    var context: String?

    @Flag(help: ArgumentHelp(zh: "这一次不用存下的筛选。", en: "Uses no filter that is kept."))
    var noContext = false

    @Flag(
        help: ArgumentHelp(
            zh: "在终端上一直显示，按时刷新，Ctrl-C 结束。",
            en: "Stays on the terminal and is read again and again, until Ctrl-C."))
    var watch = false

    @Option(
        help: ArgumentHelp(
            zh: "多久刷新一次，至少 1s；不写即 30s。",
            en: "How often --watch reads again, 1s at least; else 30s.",
            value: ("时间", "time")))
    var every: TimeSpan?

    @OptionGroup(title: OptionTitle.filters) var filters: FilterOptions

    @OptionGroup(title: OptionTitle.forms) var list: ListOptions

    @OptionGroup(title: OptionTitle.common) var options: SharedOptions

    func validate() throws {
        if let limit, limit < 1 {
            throw ValidationError(zh: "--limit 至少为 1", en: "--limit must be at least 1.")
        }
        try validateQueue()
        try validateWatch()
        if sort != nil, cursor != nil {
            throw ValidationError(
                zh: "--sort 从头读起，不能与 --cursor 同时给出",
                en: "--sort reads from the start; leave --cursor out.")
        }
        if columns != nil, list.fields != nil || list.ndjson || options.json {
            throw ValidationError(
                zh: "--columns 用于表格；JSON 的成员用 --fields 选",
                en: "--columns is for tables; --fields chooses members of JSON.")
        }
        if context != nil, noContext {
            throw ValidationError(
                zh: "--context 与 --no-context 只能给出其一",
                en: "give --context or --no-context, not both")
        }
    }

    private func validateQueue() throws {
        guard issues, let queue, queue.issues == nil else { return }
        throw ValidationError(
            zh: "\(queue.rawValue) 只列待办，不能与 --issues 同时给出",
            en: "\(queue.rawValue) lists only what is owed; leave --issues out.")
    }

    private func validateWatch() throws {
        guard watch else {
            guard every == nil else {
                throw ValidationError(
                    zh: "--every 须与 --watch 一起给出", en: "--every goes with --watch.")
            }
            return
        }
        if list.ndjson || list.tsv || options.json {
            throw ValidationError(
                zh: "--watch 给人看，不能与 --json、--ndjson、--tsv 同时给出",
                en: "--watch is for people; leave --json, --ndjson and --tsv out.")
        }
        if options.timeout != nil {
            throw ValidationError(
                zh: "--watch 一直运行，不能与 --timeout 同时给出",
                en: "--watch goes on until Ctrl-C; leave --timeout out.")
        }
        if let every, every.duration < .seconds(1) {
            throw ValidationError(zh: "--every 至少为 1s", en: "--every must be at least 1s.")
        }
    }

    func perform(at session: Session) async throws {
        let form = try list.form(of: session)
        let reading = try reading(form, at: session)
        if watch {
            return try await QueueWatch(session: session, every: every?.duration ?? .seconds(30))
                .run { try await reading.lines(at: $0) }
        }
        guard form == .people else { return try await reading.write(to: session) }
        session.console.show(lines: try await reading.lines(at: session))
    }

    private func reading(
        _ form: ListForm, at session: Session
    ) throws(StaffError) -> QueueReading {
        let kept = try keptContext(form, at: session)
        let name = queue ?? kept?.context.queueName ?? (issues ? .all : .mine)
        let filter = kept.map { filters.filter.over($0.context.filter) } ?? filters.filter
        return QueueReading(
            name: name, listsIssues: issues, filter: filter, context: kept?.name,
            columns: columns, sort: sort, limit: limit, cursor: cursor, readsAll: allPages,
            form: form, fields: try list.members())
    }

    /// What programs read is narrowed only by a filter that they name.
    private func keptContext(
        _ form: ListForm, at session: Session
    ) throws(StaffError) -> (name: String, context: SavedContext)? {
        guard let contexts = session.contexts, !noContext else { return nil }
        if let context { return try contexts.context(context) }
        return form == .people ? try contexts.active() : nil
    }
}
