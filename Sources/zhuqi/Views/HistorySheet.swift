import APIModel
import Languages

/// Shows events, each as an aligned line with its details below.
struct HistorySheet {
    let issue: String
    let events: [EventAnswer]
    let language: Language
    let canvas: Canvas

    var lines: [String] {
        guard !events.isEmpty else {
            return [language("\(issue) 还没有记录。", "Nothing is recorded for \(issue).").plain]
        }
        var table = Table(titles: titles, flexible: 3)
        table.rows = events.map(row)
        let lines = table.lines(on: canvas)
        return [lines[0]] + zip(lines.dropFirst(), events).flatMap { [$0] + details(of: $1) }
    }

    private var titles: [String] {
        language == .zh
            ? ["时间", "动作", "状态", "办理人"] : ["time", "action", "state", "by"]
    }

    private func row(_ event: EventAnswer) -> [Table.Cell] {
        [
            Table.Cell(Timestamp.text(event.at)), Table.Cell(language(event.actionLabel), .bold),
            Table.Cell(StatePath(event: event, language: language).text),
            Table.Cell(actor(of: event)),
        ]
    }

    private func actor(of event: EventAnswer) -> String {
        let role = language(event.roleLabel).plain
        return event.by.map { "\($0.name) (\(role))" } ?? role
    }

    private func details(of event: EventAnswer) -> [String] {
        let width = max(20, (canvas.width ?? 100) - Self.indent.count)
        return EventDetails(event: event, language: language).lines
            .flatMap { Wrapping(width: width).lines(of: $0) }
            .map { Self.indent + canvas.paint($0, .dim) }
    }

    /// As wide as the time and the gap after it.
    private static let indent = String(repeating: " ", count: 18)
}

/// Says from which state to which an event led.
struct StatePath {
    let event: EventAnswer
    let language: Language

    /// A state that stays is named once; before its first event an issue had none.
    var text: String {
        let to = event.toLabel.map { language($0) } ?? event.to
        guard event.from != event.to, event.from != "unborn" else { return to.plain }
        let from = event.fromLabel.map { language($0) } ?? event.from
        return "\(from) → \(to)".plain
    }
}
