/// Tells what is wrong with the definition of a calendar, and where.
package enum CalendarFault: Hashable, Sendable {
    case unknownTimeZone(String)
    case overlappingSpans(place: String, OfficeSpan, OfficeSpan)
    case restAndWork(CalendarDate)
    case repeatedRestDay(CalendarDate)
    case repeatedWorkDay(CalendarDate)
    case noSuchYearlyDay(month: Int, day: Int)
    case workDayWithoutHours(CalendarDate)
    case dayBeforeFirstYear(CalendarDate, firstYear: Int)
    case yearsOutOfRange(firstYear: Int, publishedUntil: CalendarDate)
    case noWorkingDay(place: String)
    case seasonEndsBeforeItBegins(row: Int)
    case overlappingHours(row: Int, other: Int)

    package var code: String {
        switch self {
        case .unknownTimeZone: "WT650"
        case .overlappingSpans: "WT651"
        case .restAndWork: "WT652"
        case .repeatedRestDay: "WT653"
        case .repeatedWorkDay: "WT654"
        case .noSuchYearlyDay: "WT655"
        case .workDayWithoutHours: "WT656"
        case .dayBeforeFirstYear: "WT657"
        case .yearsOutOfRange: "WT658"
        case .noWorkingDay: "WT659"
        case .seasonEndsBeforeItBegins: "WT660"
        case .overlappingHours: "WT661"
        }
    }

    /// Names the field and entry of the definition; rows of hours count from 0.
    package var place: String {
        switch self {
        case .unknownTimeZone: "timeZone"
        case .overlappingSpans(let place, _, _): place
        case .repeatedRestDay(let date): "restDays.\(date)"
        case .restAndWork(let date), .repeatedWorkDay(let date), .workDayWithoutHours(let date):
            "workDays.\(date)"
        case .noSuchYearlyDay(let month, let day):
            "restDays.\(padded(Int64(month), 2))-\(padded(Int64(day), 2))"
        case .dayBeforeFirstYear(let date, _): "\(date)"
        case .yearsOutOfRange: "publishedUntil"
        case .noWorkingDay(let place): place
        case .seasonEndsBeforeItBegins(let row), .overlappingHours(let row, _): "hours.\(row)"
        }
    }

    /// Says what is wrong, without a full stop.
    package var problem: String {
        switch self {
        case .unknownTimeZone(let name): "unknown time zone `\(name)`"
        case .overlappingSpans(_, let first, let second): "\(first) and \(second) overlap"
        case .restAndWork(let date): "\(date) is a rest day and a working day at once"
        case .repeatedRestDay(let date), .repeatedWorkDay(let date): "\(date) is listed twice"
        case .noSuchYearlyDay(let month, let day): "no year has the day \(month)-\(day)"
        case .workDayWithoutHours(let date): "the working day \(date) has no office hours"
        case .dayBeforeFirstYear(let date, let year):
            "\(date) lies before \(year), the first year"
        case .yearsOutOfRange(let year, let until): "the calendar runs from \(year) to \(until)"
        case .noWorkingDay: "the calendar has no working day at all"
        case .seasonEndsBeforeItBegins: "the season ends before it begins"
        case .overlappingHours(_, let other):
            "some unit has these hours and those of row \(other + 1) on the same day"
        }
    }
}

extension CalendarFault: CustomStringConvertible {
    package var description: String { "\(code) \(place): \(problem)" }
}

/// Refuses a calendar with everything that is wrong with it.
package struct CalendarFaults: Error, Hashable, Sendable, CustomStringConvertible {
    package let all: [CalendarFault]

    package var description: String {
        all.map(\.description).joined(separator: "\n")
    }
}
