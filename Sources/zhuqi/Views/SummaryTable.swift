import APIModel
import Languages

/// Shows a summary, a line for each group, as wide as the place that it is written to.
struct SummaryTable {
    let summary: SummaryAnswer
    let language: Language

    /// Below that, what was filed, closed and raised is left out.
    private static let narrow = 60

    func lines(on canvas: Canvas) -> [String] {
        let isNarrow = canvas.width.map { $0 < Self.narrow } ?? false
        let columns = Column.allCases.filter { !isNarrow || $0.isKept }
        var table = Table(titles: columns.map(title), flexible: 1)
        table.rows = summary.groups.map { group in columns.map { cell($0, of: group) } }
        table.rows.append(columns.map { cell($0, ofTotal: summary.total) })
        return head(canvas) + table.lines(on: canvas) + notes(canvas)
    }

    private enum Column: CaseIterable {
        case place, name, rate, filed, closed, open, overdue, raised

        /// Whether a narrow screen has it too.
        var isKept: Bool {
            switch self {
            case .place, .name, .rate, .open, .overdue: true
            case .filed, .closed, .raised: false
            }
        }
    }

    private func title(_ column: Column) -> String {
        switch column {
        case .place: language("名次", "#")
        case .name: language(summary.groupLabel)
        case .rate: language("按时率", "in time")
        case .filed: language("登记", "filed")
        case .closed: language("办结", "closed")
        case .open: language("在办", "open")
        case .overdue: language("超期", "overdue")
        case .raised: language("提级", "raised")
        }
    }

    private func cell(_ column: Column, of group: SummaryAnswer.Group) -> Table.Cell {
        switch column {
        case .place:
            Table.Cell((group.place.map(String.init) ?? "—") + (group.isSmall ? "*" : ""))
        case .name: Table.Cell(language(group.label))
        case .rate, .filed, .closed, .open, .overdue, .raised: count(column, group.counts)
        }
    }

    private func cell(_ column: Column, ofTotal counts: SummaryAnswer.Counts) -> Table.Cell {
        switch column {
        case .place: Table.Cell("")
        case .name: Table.Cell(language("合计", "total"))
        case .rate, .filed, .closed, .open, .overdue, .raised: count(column, counts)
        }
    }

    private func count(_ column: Column, _ counts: SummaryAnswer.Counts) -> Table.Cell {
        switch column {
        case .place, .name: Table.Cell("")
        case .rate: Table.Cell(Self.rate(counts))
        case .filed: Table.Cell(String(counts.filed))
        case .closed: Table.Cell(String(counts.closed))
        case .open: Table.Cell(String(counts.open))
        case .overdue: Table.Cell(String(counts.overdue), counts.overdue > 0 ? .red : nil)
        case .raised: Table.Cell(String(counts.raised))
        }
    }

    /// In percent to one decimal, half up, as the files of the month have it.
    private static func rate(_ counts: SummaryAnswer.Counts) -> String {
        guard counts.judged > 0 else { return "—" }
        let tenths = (counts.inTime * 2000 + counts.judged) / (counts.judged * 2)
        return "\(tenths / 10).\(tenths % 10)%"
    }

    private func head(_ canvas: Canvas) -> [String] {
        let days =
            summary.from == summary.until
            ? summary.from : language("\(summary.from) 至 \(summary.until)", span)
        let going = summary.isOver ? "" : language("（未结束）", " (goes on)")
        return [canvas.paint(days.plain + going, .bold)]
    }

    private var span: String { "\(summary.from) to \(summary.until)" }

    private func notes(_ canvas: Canvas) -> [String] {
        guard summary.groups.contains(where: \.isSmall) else { return [] }
        let note = language(
            "* 判定不足 5 件，名次仅供参考", "* fewer than 5 judged: the place says little")
        guard let width = canvas.width else { return [note] }
        return Wrapping(width: width).lines(of: note)
    }
}
