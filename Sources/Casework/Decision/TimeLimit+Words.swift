package import Languages
package import WorkingTime

extension TimeLimit {
    /// Says how long the limit is.
    package var words: Label {
        switch unit {
        case .workingSeconds: Self.time(value, zh: "工作时间", en: " of working time")
        case .clockSeconds: Self.time(value, zh: "", en: "")
        case .workingDays: Self.counted(value, zh: "个工作日", en: "working day")
        case .calendarDays: Self.counted(value, zh: "天", en: "day")
        case .calendarMonths: Self.counted(value, zh: "个月", en: "month")
        }
    }

    private static func counted(_ value: Int64, zh: String, en: String) -> Label {
        Label(zh: "\(value)\(zh)", en: "\(value) \(en)\(value == 1 ? "" : "s")")
    }

    private static func time(_ seconds: Int64, zh: String, en: String) -> Label {
        let isWhole = seconds % 3600 == 0
        let count =
            isWhole
            ? counted(seconds / 3600, zh: "小时", en: "hour")
            : counted(seconds / 60, zh: "分钟", en: "minute")
        return Label(zh: zh + count.zh, en: count.en + en)
    }
}
