import APIModel
import WorkingTime

/// Shows how a deadline came about, a line per day. Term: 时限推算.
struct ExplanationSheet {
    let explanation: ClockExplanation
    let language: Language
    let canvas: Canvas

    var lines: [String] {
        var table = Table(titles: titles, flexible: 2)
        table.rows = days.map(row)
        return head + [""] + table.lines(on: canvas) + [""] + [conclusion]
    }

    private var clock: ClockAnswer { explanation.clock }

    private var head: [String] {
        var lines = LabelledLines(labelWidth: language == .zh ? 10 : 14)
        let name = "\(language(clock.label))  \(clock.limit)"
        lines.add(language("时限", "clock"), name)
        lines.add(language("责任方", "party"), clock.party?.name)
        lines.add(language("工作日历", "calendar"), clock.calendar)
        lines.add(language("适用作息", "hours of"), clock.hoursOf?.name)
        lines.add(language("起算", "started"), Timestamp.text(clock.startedAt))
        return [canvas.paint(explanation.issue.plain, .bold)] + lines.lines
    }

    private var titles: [String] {
        language == .zh
            ? ["日期", "星期", "时段", "说明", "累计"]
            : ["date", "day", "hours", "note", "sum"]
    }

    /// The segments of one day after the other.
    private var days: [[DeadlineAnswer.Segment]] {
        explanation.segments.reduce(into: []) { days, segment in
            if days.last?.first?.date == segment.date {
                days[days.count - 1].append(segment)
            } else {
                days.append([segment])
            }
        }
    }

    private func row(_ day: [DeadlineAnswer.Segment]) -> [Table.Cell] {
        let date = day[0].date
        let isWork = day.contains { $0.kind == "work" }
        return [
            Table.Cell(date), Table.Cell(weekday(date)), Table.Cell(hours(day)),
            Table.Cell(note(day)),
            Table.Cell(duration(day[day.count - 1].sum), isWork ? nil : .dim),
        ]
    }

    private func hours(_ day: [DeadlineAnswer.Segment]) -> String {
        let told = day.filter { $0.kind != "rest" }
        guard !told.isEmpty else { return "—" }
        return told.map { segment in
            let span = "\(clockTime(segment.from))–\(clockTime(segment.to, isEnd: true))"
            return segment.kind == "pause" ? language("[挂起 \(span)]", "[paused \(span)]") : span
        }.joined(separator: " ")
    }

    /// The name of the day, or what is unusual about it.
    private func note(_ day: [DeadlineAnswer.Segment]) -> String {
        if let name = day[0].name { return name }
        let isWeekend = Self.weekday(day[0].date).map { $0 >= 5 } ?? false
        let isWork = day.contains { $0.kind == "work" }
        if isWeekend, isWork { return language("调休上班", "make-up workday") }
        if isWeekend { return language("周末", "weekend") }
        return ""
    }

    private var conclusion: String {
        var parts = [
            language("到期 ", "due ") + Timestamp.text(clock.dueAt)
                + (clock.isProvisional ? language("（暂定）", " (provisional)") : "")
        ]
        if clock.dueAt != clock.originalDueAt {
            parts.append(
                language("原时限 ", "originally ") + Timestamp.text(clock.originalDueAt))
        }
        if let sum = explanation.segments.last?.sum {
            parts.append(language("工作时间 ", "working time ") + duration(sum))
        }
        return parts.joined(separator: language("，", ", "))
    }

    /// The time of day of an instant; the end of a day is its 24:00.
    private func clockTime(_ instant: String, isEnd: Bool = false) -> String {
        let time = String(Timestamp.text(instant).suffix(5))
        return isEnd && time == "00:00" ? "24:00" : time
    }

    /// Units: hours and minutes of working time.
    private func duration(_ seconds: Int64) -> String {
        let minutes = seconds / 60
        return "\(minutes / 60):\(minutes % 60 < 10 ? "0" : "")\(minutes % 60)"
    }

    private func weekday(_ date: String) -> String {
        guard let day = Self.weekday(date) else { return "" }
        let names =
            language == .zh
            ? ["一", "二", "三", "四", "五", "六", "日"]
            : ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        return names[day]
    }

    /// Counts from Monday; nil for what is no date.
    private static func weekday(_ text: String) -> Int? {
        do {
            return try Weekday.allCases.firstIndex(of: CalendarDate(text).weekday)
        } catch {
            return nil
        }
    }
}
