import Languages
import WorkingTime

/// Tells the faults of a calendar like those of any other file.
extension CalendarFault {
    var kind: FaultKind {
        switch self {
        case .unknownTimeZone: .unknownZone
        case .overlappingSpans, .overlappingHours: .hoursOverlap
        case .restAndWork, .repeatedRestDay, .repeatedWorkDay: .daysOverlap
        case .noSuchYearlyDay: .badText
        case .workDayWithoutHours, .noWorkingDay: .noWorkingTime
        case .dayBeforeFirstYear, .yearsOutOfRange, .seasonEndsBeforeItBegins: .outOfRange
        }
    }

    /// What is wrong, in both languages.
    var words: Label {
        switch self {
        case .unknownTimeZone(let name): Label(zh: "没有时区“\(name)”", en: problem)
        case .overlappingSpans(_, let first, let second):
            Label(zh: "\(first) 与 \(second) 重叠", en: problem)
        case .restAndWork(let date): Label(zh: "\(date) 既是休息日又是工作日", en: problem)
        case .repeatedRestDay(let date), .repeatedWorkDay(let date):
            Label(zh: "\(date) 写了两次", en: problem)
        case .noSuchYearlyDay(let month, let day):
            Label(zh: "没有 \(month)-\(day) 这一天", en: problem)
        case .workDayWithoutHours(let date): Label(zh: "工作日 \(date) 没有办公时间", en: problem)
        case .dayBeforeFirstYear(let date, let year):
            Label(zh: "\(date) 早于第一年 \(year)", en: problem)
        case .yearsOutOfRange(let year, let until):
            Label(zh: "日历从 \(year) 年到 \(until)", en: problem)
        case .noWorkingDay: Label(zh: "日历没有一个工作日", en: problem)
        case .seasonEndsBeforeItBegins: Label(zh: "季节的止早于起", en: problem)
        case .overlappingHours(_, let other):
            Label(zh: "有单位同一天既用这些办公时间，又用第 \(other + 1) 行的", en: problem)
        }
    }

    var remedy: Label {
        switch self {
        case .unknownTimeZone:
            Label(
                zh: "请写 IANA 时区名，如 `Asia/Shanghai`，或 `UTC`",
                en: "write a name of the IANA list as Area/City, such as `Asia/Shanghai`, or `UTC`")
        case .overlappingSpans:
            Label(zh: "请让一段结束后另一段再开始", en: "let one end before the other begins")
        case .restAndWork, .repeatedRestDay, .repeatedWorkDay:
            Label(zh: "一天或休或班，只写一次：请删去一个", en: "a day rests or works, once: remove one of the two")
        case .noSuchYearlyDay: Label(zh: "请写作 `12-25`", en: "write a day such as `12-25`")
        case .workDayWithoutHours, .noWorkingDay:
            Label(zh: "请写作 `[\"09:00-12:00\"]`", en: "write hours such as `[\"09:00-12:00\"]`")
        case .dayBeforeFirstYear:
            Label(zh: "请补上当年的名单，或删去这一天", en: "add the list of that year, or remove the day")
        case .yearsOutOfRange:
            Label(
                zh: "请限于 1970 年至 9900 年，至多 200 年",
                en: "let it run over at most 200 years from 1970 to 9900")
        case .seasonEndsBeforeItBegins:
            Label(zh: "`until` 须在 `from` 之后", en: "let `until` come after `from`")
        case .overlappingHours: Label(zh: "请写别的单位或别的日期", en: "name other units, or other days")
        }
    }
}
