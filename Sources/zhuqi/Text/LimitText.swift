import Languages
import WorkingTime

/// Says a time limit in words: `7wd` is 7 个工作日.
struct LimitText {
    let limit: String
    let language: Language

    var text: String {
        guard let parsed else { return limit.plain }
        let value = parsed.value
        switch parsed.unit {
        case .workingSeconds: return time(value, working: true)
        case .clockSeconds: return time(value, working: false)
        case .workingDays:
            return language("\(value) 个工作日", value == 1 ? "1 working day" : "\(value) working days")
        case .calendarDays:
            return language("\(value) 天", value == 1 ? "1 day" : "\(value) days")
        case .calendarMonths:
            return language("\(value) 个月", value == 1 ? "1 month" : "\(value) months")
        }
    }

    /// Says what the limit counts, beside the days on which nothing counts.
    var rule: String {
        switch parsed?.unit {
        case .workingSeconds: language("只计工作时间", "only working time counts")
        case .workingDays:
            language("起算当日不计，到末日下班时止", "the day of the start does not count")
        case .clockSeconds: language("昼夜连续计算", "every hour of the day counts")
        case .calendarDays, .calendarMonths:
            language("遇休息日顺延至下一工作日", "moved on to a working day")
        case nil: ""
        }
    }

    var unit: TimeLimitUnit? { parsed?.unit }

    private var parsed: TimeLimit? {
        do { return try TimeLimit(limit) } catch { return nil }
    }

    private func time(_ seconds: Int64, working: Bool) -> String {
        let hours = seconds / 3600
        let minutes = seconds % 3600 / 60
        let parts = [
            hours > 0 ? language("\(hours) 小时", hours == 1 ? "1 hour" : "\(hours) hours") : nil,
            minutes > 0 || hours == 0 ? language("\(minutes) 分钟", "\(minutes) minutes") : nil,
        ].compactMap { $0 }.joined(separator: " ")
        return working
            ? language("工作时间 \(parts)", "\(parts) of working time")
            : language("自然时间 \(parts)", "\(parts) by the clock")
    }
}
