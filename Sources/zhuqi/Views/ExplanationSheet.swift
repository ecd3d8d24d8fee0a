import APIModel
import Languages
import WorkingTime

/// Shows how a deadline came about, a line per day. Term: 时限推算.
struct ExplanationSheet {
    let explanation: ClockExplanation
    let language: Language
    let canvas: Canvas

    var lines: [String] {
        var table = Table(titles: titles, flexible: 2)
        table.rows = folded.map(row)
        return head + [""] + table.lines(on: canvas) + [""] + conclusion
    }

    private var clock: ClockAnswer { explanation.clock }

    private var head: [String] {
        var lines = LabelledLines(labelWidth: language == .zh ? 10 : 14)
        lines.add(language("时限", "clock"), language(clock.label))
        let words = [limit.text, limit.rule].filter { !$0.isEmpty }
        lines.add(language("期限", "limit"), words.joined(separator: language("，", ", ")))
        lines.add(language("责任方", "party"), clock.partyName(in: language))
        lines.add(language("工作日历", "calendar"), clock.calendar)
        lines.add(language("适用作息", "hours of"), clock.hoursOf?.name)
        lines.add(language("起算", "started"), Timestamp.text(clock.startedAt))
        return [canvas.paint(explanation.issue.plain, .bold)] + lines.lines
    }

    private var limit: LimitText { LimitText(limit: clock.limit, language: language) }

    private var titles: [String] {
        [
            language("日期", "date"), language("星期", "day"), language("时段", "hours"),
            language("说明", "note"), counted,
        ]
    }

    /// Says what the last column counts.
    private var counted: String {
        switch limit.unit {
        case .workingDays: language("第几个工作日", "working day")
        case .workingSeconds: language("累计工时", "working time")
        case .clockSeconds: language("累计时间", "time")
        case .calendarDays, .calendarMonths, nil: ""
        }
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

    /// Days that are paused from one midnight to the next stand in one line, however many.
    private var folded: [[[DeadlineAnswer.Segment]]] {
        days.reduce(into: []) { runs, day in
            if isPausedWhole(day), let last = runs.last, isPausedWhole(last[0]) {
                runs[runs.count - 1].append(day)
            } else {
                runs.append([day])
            }
        }
    }

    private func isPausedWhole(_ day: [DeadlineAnswer.Segment]) -> Bool {
        day.count == 1 && day[0].kind == "pause" && clockTime(day[0].from) == "00:00"
            && clockTime(day[0].to, isEnd: true) == "24:00"
    }

    private func row(_ run: [[DeadlineAnswer.Segment]]) -> [Table.Cell] {
        let day = run[0]
        let date = day[0].date
        guard run.count == 1 else {
            let last = run[run.count - 1][0].date
            return [
                Table.Cell(date), Table.Cell(language("至", "to")), Table.Cell(last),
                Table.Cell(language("挂起 \(run.count) 天", "paused \(run.count) days")),
                Table.Cell(""),
            ]
        }
        return [
            Table.Cell(date), Table.Cell(weekday(date)), Table.Cell(hours(day)),
            Table.Cell(note(day)), Table.Cell(counted(day)),
        ]
    }

    private func counted(_ day: [DeadlineAnswer.Segment]) -> String {
        let last = day[day.count - 1]
        switch limit.unit {
        case .workingDays:
            return explanation.workingDays[last.date].map { "\($0)" } ?? ""
        case .workingSeconds: return duration(last.sum)
        case .clockSeconds: return duration(clockSeconds(to: last.date))
        case .calendarDays, .calendarMonths, nil: return ""
        }
    }

    /// The time on the clock from the start to the end of a date, without pauses.
    private func clockSeconds(to date: String) -> Int64 {
        explanation.segments.filter { $0.date <= date && $0.kind != "pause" }.reduce(0) {
            $0 + (seconds($1.to) - seconds($1.from))
        }
    }

    private func seconds(_ instant: String) -> Int64 {
        do { return try Instant(rfc3339: instant).seconds } catch { return 0 }
    }

    private func hours(_ day: [DeadlineAnswer.Segment]) -> String {
        let told = day.filter { $0.kind != "rest" }
        if limit.unit == .clockSeconds { return wholeSpan(day) }
        guard !told.isEmpty else { return "—" }
        return told.map { segment in
            let span = "\(clockTime(segment.from))–\(clockTime(segment.to, isEnd: true))"
            return segment.kind == "pause" ? language("[挂起 \(span)]", "[paused \(span)]") : span
        }.joined(separator: " ")
    }

    /// Where every hour counts, the day from its first to its last instant.
    private func wholeSpan(_ day: [DeadlineAnswer.Segment]) -> String {
        let span = "\(clockTime(day[0].from))–\(clockTime(day[day.count - 1].to, isEnd: true))"
        let isPaused = day.contains { $0.kind == "pause" }
        return isPaused ? language("\(span)（含挂起）", "\(span) (paused in part)") : span
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

    private var conclusion: [String] {
        var lines = LabelledLines(labelWidth: language == .zh ? 10 : 14)
        if clock.status == "paused" {
            lines.add(
                language("到期", "due"),
                language("挂起中，恢复后按挂起的时间顺延", "paused: moves on by the time of the pause"))
        } else {
            lines.add(
                language("到期", "due"),
                Timestamp.text(clock.dueAt)
                    + (clock.isProvisional
                        ? language("（暂定：该年放假安排尚未公布）", " (provisional: that year is not published)")
                        : ""))
        }
        if clock.dueAt != clock.originalDueAt {
            lines.add(language("原时限", "originally"), Timestamp.text(clock.originalDueAt))
        }
        if let breachedAt = clock.breachedAt {
            lines.add(language("超期起", "overdue since"), Timestamp.text(breachedAt))
        }
        return lines.lines
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
