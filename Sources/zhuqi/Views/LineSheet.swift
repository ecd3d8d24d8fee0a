import APIModel
import Languages

/// Shows who holds each level of one ladder.
struct LineSheet {
    let language: Language
    let canvas: Canvas

    /// - Parameter reached: the level that an issue has reached.
    func lines(
        _ title: String, _ levels: [OfficersAnswer.Level], reached: Int? = nil
    ) -> [String] {
        let isClimbed = levels.contains { $0.reachedAt != nil }
        var table = Table(titles: isClimbed ? titles : titles.dropLast(), flexible: 3)
        table.rows = levels.flatMap { rows(of: $0, reached: reached) }
            .map { Array($0.prefix(table.titles.count)) }
        return [canvas.paint(title, .bold)] + table.lines(on: canvas)
    }

    private func rows(of level: OfficersAnswer.Level, reached: Int?) -> [[Table.Cell]] {
        let mark = level.level == reached ? "▸" : " "
        let label = Table.Cell("\(mark) \(level.level)  \(language(level.label))")
        guard !level.holders.isEmpty else {
            let nobody = language("无人，转下一级", "nobody: the next level")
            return [[label, Table.Cell(nobody, .dim), Table.Cell(""), Table.Cell(""), time(level)]]
        }
        return level.holders.enumerated().map { place, holder in
            [
                place == 0 ? label : Table.Cell(""), Table.Cell(name(holder)),
                Table.Cell(holder.since.map { String($0.prefix(10)) } ?? "—"),
                Table.Cell(holder.why), place == 0 ? time(level) : Table.Cell(""),
            ]
        }
    }

    private func name(_ holder: OfficersAnswer.Holder) -> String {
        guard let absent = holder.insteadOf.first else { return holder.person.name }
        return language(
            "\(holder.person.name)（代\(absent.name)）", "\(holder.person.name) (for \(absent.name))")
    }

    /// When the level was reached, and until when it has to act.
    private func time(_ level: OfficersAnswer.Level) -> Table.Cell {
        guard let reached = level.reachedAt else { return Table.Cell("") }
        let due = level.dueAt.map {
            language("，处置至 ", ", to act until ") + Timestamp.text($0)
        }
        return Table.Cell(Timestamp.text(reached) + (due ?? ""))
    }

    private var titles: [String] {
        language == .zh
            ? ["层级", "责任人", "起", "依据", "提级时间"] : ["level", "officer", "since", "why", "reached"]
    }
}
