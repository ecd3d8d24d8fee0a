import APIModel
import Client
import Languages

/// Shows a page of what is owed, a line each, as wide as the place that it is written to.
struct DutyTable {
    let duties: [DutyAnswer]
    let query: DutyQuery
    let next: String?
    /// What time it is for the issues, RFC 3339.
    let now: String?
    let language: Language
    /// Nil for what fits the place best.
    var columns: [DutyListColumn]?

    /// Below that, only what one can't do without is shown.
    private static let narrow = 60

    func lines(on canvas: Canvas) -> [String] {
        guard !duties.isEmpty else { return [empty] + nextLines }
        if let columns {
            let words = ListWords(language: language, now: now)
            return ColumnTable(columns: columns, items: duties, words: words).lines(on: canvas)
                + [footer] + nextLines
        }
        let isNarrow = canvas.width.map { $0 < Self.narrow } ?? false
        let columns = DutyColumns(duties: duties, isNarrow: isNarrow, cells: cells)
        return duties.map { columns.line(of: $0, on: canvas) } + [footer] + nextLines
    }

    private func cells(_ duty: DutyAnswer) -> DutyCells {
        let due = DueWords(now: now, language: language)
        let words = DutyWords(language: language)
        return DutyCells(
            sign: DutySign(duty: duty).cell,
            number: ShortNumber(year: now.map { String($0.prefix(4)) }).text(duty.issue),
            title: duty.title.plain, about: about(duty), owed: words.owed(duty),
            due: duty.dueAt.map(due.text) ?? "—", rest: words.rest(duty),
            level: duty.level > 0 ? "^\(duty.level)" : "")
    }

    /// What it is about; of what others owe, who that is.
    private func about(_ duty: DutyAnswer) -> String {
        if query.queue == .mine { return duty.about?.plain ?? "" }
        return duty.owedBy.map { language($0) }.joined(separator: language("、", ", ")).plain
    }

    private var empty: String {
        if next != nil {
            return language("到目前为止没有符合的待办。", "Nothing so far.")
        }
        if query.isFiltered {
            return language("没有符合条件的待办。", "Nothing that is owed fits these filters.")
        }
        switch query.queue {
        case .mine:
            return language(
                "没有要您办的事。本单位的：zhuqi queue unit；等别人办的：zhuqi queue others",
                "Nothing is yours to do. Your unit's: zhuqi queue unit; others': zhuqi queue others"
            )
        case .unit: return language("本单位没有待办。", "Your unit owes nothing.")
        case .others: return language("没有等别人办的事。", "You wait for nobody.")
        case .overdue: return language("没有超期的待办。", "Nothing is overdue.")
        case .escalated:
            return language("已提级的问题没有待办。", "Nothing is owed on a raised issue.")
        case .watched:
            return language("您关注的问题没有待办。", "Nothing is owed on issues that you watch.")
        case .all: return language("没有待办。", "Nothing is owed.")
        }
    }

    private var footer: String {
        let count = duties.count
        guard next == nil else {
            return language("已列 \(count) 项，还有更多", "\(count) shown, there are more")
        }
        let late = duties.filter { $0.isOverdue == true }.count
        return language("共 \(count) 项，超期 \(late)", "\(count) in all, \(late) overdue")
    }

    private var nextLines: [String] {
        guard let next else { return [] }
        let options: [(name: String, value: String?)] = [
            ("--unit", query.unit), ("--state", query.state), ("--class", query.class),
            ("--category", query.category), ("--division", query.division),
            ("--workflow", query.workflow), ("--search", query.text),
            ("--columns", columns.map(ColumnNames.argument)),
            ("--limit", query.limit.map(String.init)), ("--cursor", next.plain),
        ]
        let command =
            ["zhuqi", "queue", query.queue.rawValue]
            + options.flatMap { name, value in value.map { [name, $0] } ?? [] }
        return [language("还有更多：", "more: ") + ShellWord.line(command)]
    }
}
