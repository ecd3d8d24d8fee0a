import APIModel
import Languages

/// Shows the clocks of an issue that still count, the most urgent first. Term: 时限.
struct RunningClocks {
    let issue: IssueAnswer
    let number: String
    let now: String?
    let language: Language
    let layout: TextLayout

    var lines: [String] {
        let rows = (owed + windows).map(row)
        guard !rows.isEmpty || ended > 0 else { return [] }
        return [layout.heading(language("时限", "Clocks"))] + layout.rows(rows, indent: 2) + rest
    }

    /// What is owed, the most urgent first; what stands still comes after what runs.
    private var owed: [ClockAnswer] {
        let open = issue.clocks.filter { $0.isOpen && !$0.isWindow }
        let running = open.filter { $0.status == "running" }
        return running.sorted { Timestamp.isLater($1.dueAt, than: $0.dueAt) }
            + open.filter { $0.status != "running" }
    }

    /// What may be done and need not; a window that has closed is gone.
    private var windows: [ClockAnswer] {
        issue.clocks.filter { $0.isOpen && $0.isWindow && $0.isOverdue != true }
    }

    private var ended: Int { issue.clocks.filter { !$0.isOpen }.count }

    private var rest: [String] {
        guard ended > 0 else { return [] }
        let words = language(
            "另有 \(ended) 个已结束的时限", ended == 1 ? "1 more has ended" : "\(ended) more have ended")
        return layout.flow(
            [Table.Cell(words, .dim), Table.Cell("zhuqi history \(number)", .dim)], indent: 2)
    }

    private func row(_ clock: ClockAnswer) -> [Table.Cell] {
        [
            sign(clock), Table.Cell(label(clock)), Table.Cell(clock.partyName(in: language)),
            Table.Cell(due(clock)), Table.Cell(situation(clock)),
        ]
    }

    private func sign(_ clock: ClockAnswer) -> Table.Cell {
        if clock.isWindow { return Table.Cell(" ") }
        guard clock.status == "running" else { return Table.Cell("~", .dim) }
        if clock.isOverdue == true { return Table.Cell("!", .red) }
        return clock.signal == "amber" ? Table.Cell("·", .yellow) : Table.Cell(" ")
    }

    /// A clock of a plan says for which of its steps it runs.
    private func label(_ clock: ClockAnswer) -> String {
        language(clock.label) + (clock.step.map { " \($0)" } ?? "")
    }

    /// Past the published calendar a deadline is provisional.
    private func due(_ clock: ClockAnswer) -> String {
        guard clock.status == "running" else { return "" }
        let words = DueWords(now: now, language: language)
        let moved =
            clock.originalDueAt == clock.dueAt
            ? nil
            : language(
                "原 \(words.text(clock.originalDueAt))",
                "originally \(words.text(clock.originalDueAt))")
        let notes = [moved, clock.isProvisional ? language("暂定", "provisional") : nil]
            .compactMap { $0 }.joined(separator: language("，", ", "))
        let due = words.text(clock.dueAt)
        return notes.isEmpty ? due : language("\(due)（\(notes)）", "\(due) (\(notes))")
    }

    private func situation(_ clock: ClockAnswer) -> String {
        guard let remaining = RemainingText(clock: clock, language: language).text else {
            return language(clock.statusLabel)
        }
        return clock.isWindow
            ? language("可提出，\(remaining)", "may be used, \(remaining)") : remaining
    }
}
