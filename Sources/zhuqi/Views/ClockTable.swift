import APIModel
import Languages

/// Shows the clocks of an issue, those that still count first. Term: 时限.
struct ClockTable {
    let clocks: [ClockAnswer]
    let language: Language

    func lines(on canvas: Canvas) -> [String] {
        let shown = owed + windows + clocks.filter { !$0.isOpen }
        guard !shown.isEmpty else { return [] }
        var table = Table(titles: titles, flexible: 1)
        table.rows = shown.map(row)
        return table.lines(on: canvas) + legend
    }

    /// What is owed, the most urgent first; what stands still comes after what runs.
    private var owed: [ClockAnswer] {
        let open = clocks.filter { $0.isOpen && !$0.isWindow }
        let running = open.filter { $0.status == "running" }
        return running.sorted { Timestamp.isLater($1.dueAt, than: $0.dueAt) }
            + open.filter { $0.status != "running" }
    }

    /// What may be done and need not; a window that has closed is gone.
    private var windows: [ClockAnswer] {
        clocks.filter { $0.isOpen && $0.isWindow && $0.isOverdue != true }
    }

    private var legend: [String] {
        guard clocks.contains(where: \.isProvisional) else { return [] }
        return [
            language(
                "~ 暂定：该日尚未公布放假安排，到期时间可能调整",
                "~ provisional: the days of that year are not published, the deadline may move")
        ]
    }

    private var titles: [String] {
        language == .zh
            ? ["灯", "时限", "责任方", "期限", "轮", "开始", "到期", "情况"]
            : ["light", "clock", "party", "limit", "cycle", "started", "due", "now"]
    }

    private func row(_ clock: ClockAnswer) -> [Table.Cell] {
        [
            SignalLight(signal: clock.isOpen ? clock.signal : nil).cell(in: language),
            Table.Cell(label(clock)), Table.Cell(clock.partyName(in: language)),
            Table.Cell(clock.limit), Table.Cell(String(clock.cycle)),
            Table.Cell(Timestamp.text(clock.startedAt)), Table.Cell(due(clock)),
            Table.Cell(situation(clock)),
        ]
    }

    /// A clock of a plan says for which of its steps it runs.
    private func label(_ clock: ClockAnswer) -> String {
        language(clock.label) + (clock.step.map { " \($0)" } ?? "")
    }

    /// Past the published calendar a deadline is provisional, which "~" says.
    private func due(_ clock: ClockAnswer) -> String {
        Timestamp.text(clock.dueAt) + (clock.isProvisional ? "~" : "")
    }

    private func situation(_ clock: ClockAnswer) -> String {
        if let remaining = RemainingText(clock: clock, language: language).text {
            return clock.isWindow
                ? language("可提出，\(remaining)", "may be used, \(remaining)") : remaining
        }
        if let breachLiftedAt = clock.breachLiftedAt {
            return language("改历后另计 ", "calendar revised ") + Timestamp.text(breachLiftedAt)
        }
        let status = language(clock.statusLabel).plain
        return [status, clock.endedAt.map(Timestamp.text)].compactMap { $0 }
            .joined(separator: " ")
    }
}
