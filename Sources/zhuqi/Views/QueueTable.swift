import APIModel
import Client
import Languages

/// Shows one page of a queue, a line per issue.
struct QueueTable {
    let issues: [IssueAnswer]
    let query: IssueQuery
    let next: String?
    let language: Language
    /// What time it is for the issues, RFC 3339.
    var now: String?
    /// Nil for those that are usual.
    var columns: [IssueListColumn]?

    func lines(on canvas: Canvas) -> [String] {
        guard !issues.isEmpty else { return [empty] + nextLines }
        if let columns {
            let words = ListWords(language: language, now: now)
            return ColumnTable(columns: columns, items: issues, words: words).lines(on: canvas)
                + [footer] + nextLines
        }
        var table = Table(titles: titles, flexible: 4)
        table.rows = issues.map(row)
        return table.lines(on: canvas) + [footer] + nextLines
    }

    private var titles: [String] {
        language == .zh
            ? ["灯", "编号", "类", "状态", "标题", "主办", "到期", "级/牌"]
            : ["light", "number", "class", "state", "title", "lead", "due", "level/card"]
    }

    private func row(_ issue: IssueAnswer) -> [Table.Cell] {
        [
            SignalLight(signal: issue.signal).cell(in: language),
            Table.Cell(issue.number), Table.Cell(issue.class),
            Table.Cell(language(issue.stateLabel)), Table.Cell(issue.title),
            Table.Cell(issue.leadUnit?.name ?? "—"),
            Table.Cell(DueText(issue: issue, language: language).text),
            Table.Cell(AttentionText(issue: issue, language: language).text),
        ]
    }

    private var name: String {
        switch query.queue {
        case .mine: language("我的队列", "your queue")
        case .unit: language("本单位队列", "the unit's queue")
        case .overdue: language("超期队列", "the overdue queue")
        case .escalated: language("提级队列", "the escalated queue")
        case .all: language("全部问题", "the list of all issues")
        }
    }

    private var isFiltered: Bool {
        [
            query.unit, query.state, query.class, query.category, query.division, query.workflow,
            query.text,
        ].contains { $0 != nil }
    }

    private var empty: String {
        isFiltered
            ? language("\(name)中没有符合条件的问题。", "Nothing in \(name) fits these filters.")
            : language("\(name)是空的：没有待办的问题。", "Nothing waits in \(name).")
    }

    /// How many there are; of a page that others follow, how many it shows.
    private var footer: String {
        guard next == nil else {
            return language(
                "已列 \(issues.count) 件，还有更多",
                "\(issues.count) shown, there are more")
        }
        let noun = issues.count == 1 ? "issue" : "issues"
        return language("共 \(issues.count) 件", "\(issues.count) \(noun)")
    }

    private var nextLines: [String] {
        guard let next else { return [] }
        return [language("还有更多：", "more: ") + ShellWord.line(command(from: next.plain))]
    }

    private func command(from cursor: String) -> [String] {
        let options: [(name: String, value: String?)] = [
            ("--unit", query.unit), ("--state", query.state), ("--class", query.class),
            ("--category", query.category), ("--division", query.division),
            ("--workflow", query.workflow), ("--search", query.text),
            ("--columns", columns.map(ColumnNames.argument)),
            ("--limit", query.limit.map(String.init)), ("--cursor", cursor),
        ]
        return ["zhuqi", "queue", query.queue.rawValue, "--issues"]
            + options.flatMap { name, value in value.map { [name, $0] } ?? [] }
    }
}
