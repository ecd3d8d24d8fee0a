/// Reads dates and times as people and spreadsheets write them into tables.
///
/// Shape: `2027-10-09`, `2027/10/9`, `2027.10.9`, `2027年10月9日`, or the number of a day that a
/// spreadsheet shows in place of its date. The order of day and month is never guessed.
package enum WrittenDate {
    /// Says why a text is no date, and what would be right.
    package enum Fault: Error, Hashable, Sendable {
        case form
        /// `10/9/27`: nobody knows which is the year.
        case shortYear
        case noSuchDay
        case outsideYears
        case noTime

        package var problem: String {
            switch self {
            case .form: "is no date"
            case .shortYear: "is no date: its year has not four digits, or does not stand first"
            case .noSuchDay: "is no date: that month has no such day"
            case .outsideYears: "is no date of the years 1990 to 2100"
            case .noTime: "is no time"
            }
        }

        package var remedy: String {
            switch self {
            case .form, .shortYear, .noSuchDay, .outsideYears:
                "write 2027-10-09, 2027/10/9, 2027.10.9 or 2027年10月9日"
            case .noTime: "write 2027-10-09 18:00"
            }
        }
    }

    /// The years that a record of assistance can be about.
    package static let years = 1990...2100

    /// Reads a date as people and spreadsheets write it; a number alone counts days as spreadsheets do.
    ///
    /// Throws: `form`, `shortYear`, `noSuchDay`, `outsideYears`.
    package static func date(_ text: String) throws(Fault) -> CalendarDate {
        let plain = HalfWidth.text(text)
        if let serial = Int64(plain), plain.utf8.allSatisfy(isDigit) {
            return try within(CalendarDate(dayNumber: serial + dayZero))
        }
        let parts = try parts(of: plain)
        guard parts[0].utf8.count == 4 else {
            throw parts.allSatisfy { $0.utf8.count <= 2 } || parts[2].utf8.count == 4
                ? .shortYear : .form
        }
        guard parts[1].utf8.count <= 2, parts[2].utf8.count <= 2 else { throw .form }
        let numbers = parts.compactMap { Int($0) }
        guard years.contains(numbers[0]) else { throw .outsideYears }
        do {
            return try CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2])
        } catch {
            throw .noSuchDay
        }
    }

    /// Reads a date and, after a space or T, a time by the clocks of the zone.
    ///
    /// Throws: `noTime` beside what a date is refused with.
    package static func instant(_ text: String, in zone: ZoneTable) throws(Fault) -> Instant {
        let plain = HalfWidth.text(text)
        if let serial = Double(plain), plain.utf8.allSatisfy({ isDigit($0) || $0 == dot }) {
            guard serial < 100_000 else { throw .outsideYears }
            // Spreadsheets keep times as parts of a day, not quite exactly.
            let minutes = Int64((serial * 1440).rounded())
            let date = try within(CalendarDate(dayNumber: minutes / 1440 + dayZero))
            return zone.instant(of: date, secondOfDay: minutes % 1440 * 60)
        }
        let parts = plain.split { $0 == " " || $0 == "T" }
        guard parts.count == 2 else { throw .noTime }
        let date = try date(String(parts[0]))
        return zone.instant(of: date, secondOfDay: try secondOfDay(parts[1]))
    }

    private static func secondOfDay(_ text: Substring) throws(Fault) -> Int64 {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count),
            parts.allSatisfy({ (1...2).contains($0.utf8.count) && $0.utf8.allSatisfy(isDigit) })
        else { throw .noTime }
        let numbers = parts.compactMap { Int64($0) }
        guard numbers[0] < 24, numbers.dropFirst().allSatisfy({ $0 < 60 }) else { throw .noTime }
        return numbers[0] * 3600 + numbers[1] * 60 + (parts.count == 3 ? numbers[2] : 0)
    }

    /// Splits at two marks of one kind, or at 年, 月 and 日; every part is digits.
    private static func parts(of text: String) throws(Fault) -> [Substring] {
        var parts: [Substring] = []
        if text.hasSuffix("日") {
            let year = text.split(separator: "年", omittingEmptySubsequences: false)
            guard year.count == 2 else { throw .form }
            parts = [year[0]]
            parts += year[1].dropLast().split(separator: "月", omittingEmptySubsequences: false)
        } else if let mark = text.first(where: { "-/.".contains($0) }) {
            parts = text.split(separator: mark, omittingEmptySubsequences: false)
        }
        guard parts.count == 3,
            parts.allSatisfy({ (1...4).contains($0.utf8.count) && $0.utf8.allSatisfy(isDigit) })
        else { throw .form }
        return parts
    }

    private static func within(_ date: CalendarDate) throws(Fault) -> CalendarDate {
        guard serials.contains(date.dayNumber) else { throw .outsideYears }
        return date
    }

    /// 1899-12-30, from which spreadsheets count.
    private static let dayZero: Int64 = -25_569
    /// 1990-01-01 to 2100-12-31.
    private static let serials: ClosedRange<Int64> = 7305...47_846
    private static let dot = UInt8(ascii: ".")

    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
}
