/// Names a day of the Gregorian calendar, in no particular zone.
package struct CalendarDate: Hashable, Sendable {
    /// Units: days since 1970-01-01.
    package let dayNumber: Int64

    package init(dayNumber: Int64) {
        self.dayNumber = dayNumber
    }

    /// Makes a date of the years 1 to 9999.
    ///
    /// Throws: `badDate` when the date does not exist.
    package init(year: Int, month: Int, day: Int) throws(WorkingTimeRefusal) {
        guard (1...9999).contains(year), (1...12).contains(month),
            (1...Self.dayCount(month: month, year: year)).contains(day)
        else {
            throw .badDate("\(year)-\(month)-\(day)")
        }
        dayNumber = Self.dayNumber(Int64(year), Int64(month), Int64(day))
    }

    package var year: Int { civil.year }
    package var month: Int { civil.month }
    package var day: Int { civil.day }

    package var weekday: Weekday {
        Weekday.allCases[Int((dayNumber % 7 + 10) % 7)]
    }

    /// Moves by days.
    ///
    /// Throws: `overflow` outside the years 1 to 9999.
    package func adding(days: Int64) throws(WorkingTimeRefusal) -> CalendarDate {
        let moved = CalendarDate(dayNumber: saturatingSum(dayNumber, days))
        guard Self.representable.contains(moved.dayNumber) else { throw .overflow }
        return moved
    }

    /// Moves to the corresponding day of another month, or to that month's last day.
    ///
    /// Throws: `overflow` outside the years 1 to 9999.
    /// Source: 民法典 §202.
    package func adding(months: Int64) throws(WorkingTimeRefusal) -> CalendarDate {
        let (year, month, day) = civil
        let total = saturatingSum(Int64(year) * 12 + Int64(month - 1), months)
        guard (12..<120_000).contains(total) else { throw .overflow }
        let newYear = Int(total / 12)
        let newMonth = Int(total % 12) + 1
        let newDay = min(day, Self.dayCount(month: newMonth, year: newYear))
        return try CalendarDate(year: newYear, month: newMonth, day: newDay)
    }

    static func dayCount(month: Int, year: Int) -> Int {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return switch month {
        case 2: isLeap ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension CalendarDate {
    /// Years are counted from March here, so that the leap day is the last of its year.
    private static func dayNumber(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
        let marchYear = month > 2 ? year : year - 1
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        let leapDays =
            floorDivide(marchYear, 4) - floorDivide(marchYear, 100) + floorDivide(marchYear, 400)
        return marchYear * 365 + leapDays + dayOfYear - 719_468
    }

    var civil: (year: Int, month: Int, day: Int) {
        let shifted = dayNumber + 719_468
        let era = floorDivide(shifted, 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (Int(year), Int(month), Int(day))
    }

    private static let representable = dayNumber(1, 1, 1)...dayNumber(9999, 12, 31)
}

extension CalendarDate: Comparable {
    package static func < (left: CalendarDate, right: CalendarDate) -> Bool {
        left.dayNumber < right.dayNumber
    }
}
