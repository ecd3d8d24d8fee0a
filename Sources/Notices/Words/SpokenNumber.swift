import WorkingTime

/// Names an issue in a letter as people type it: `47-1` for one of the year.
///
/// Letters are read later than they are written, and in the next year `47-1` means another issue: from the
/// middle of December on the number is whole.
struct SpokenNumber {
    private static let daysAhead: Int64 = 16
    /// Nil where the numbers of no year are shortened.
    private let year: Int?

    init(on today: CalendarDate) {
        let later = CalendarDate(dayNumber: today.dayNumber + Self.daysAhead)
        year = later.year == today.year ? today.year : nil
    }

    func text(_ number: String) -> String {
        guard let year, number.hasPrefix("ZQ\(year)-") else { return number }
        let rest = number.dropFirst("ZQ\(year)-".count).drop { $0 == "0" }
        return rest.first == "-" ? number : String(rest)
    }
}
