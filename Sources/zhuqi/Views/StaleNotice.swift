import APIModel
import Languages

/// Says what happened to an issue since the version that an action was meant for.
struct StaleNotice {
    let issue: String
    let events: [EventAnswer]
    let version: Int
    let language: Language
    let canvas: Canvas

    var lines: [String] {
        let missed = events.filter { $0.sequence > version }
        let title = language(
            "\(issue) 在第 \(version) 版之后已有变化，动作未执行：",
            "\(issue) went on since version \(version); nothing was done:")
        let sheet = HistorySheet(
            issue: issue, events: missed, language: language, canvas: canvas)
        let advice = language("请核对后再次运行。", "Look at it, then run the command again.")
        return [title.plain] + sheet.lines.map { "  " + $0 } + [advice]
    }
}
