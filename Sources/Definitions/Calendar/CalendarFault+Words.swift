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

    var remedy: String {
        switch self {
        case .unknownTimeZone:
            "write a name of the IANA list as Area/City, such as `Asia/Shanghai`, or `UTC`"
        case .overlappingSpans: "let one end before the other begins"
        case .restAndWork, .repeatedRestDay, .repeatedWorkDay:
            "a day rests or works, once: remove one of the two"
        case .noSuchYearlyDay: "write a day such as `12-25`"
        case .workDayWithoutHours, .noWorkingDay: "write hours such as `[\"09:00-12:00\"]`"
        case .dayBeforeFirstYear: "add the list of that year, or remove the day"
        case .yearsOutOfRange: "let it run over at most 200 years from 1970 to 9900"
        case .seasonEndsBeforeItBegins: "let `until` come after `from`"
        case .overlappingHours: "name other units, or other days"
        }
    }
}
