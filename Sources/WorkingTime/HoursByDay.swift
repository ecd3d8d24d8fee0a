/// Finds the office hours of each day, for one unit or in general.
struct HoursByDay {
    /// Shape: one list of spans per weekday, Monday first.
    private typealias Week = [[OfficeSpan]]

    private let week: Week
    /// The rows that concern the unit, the one that goes first first.
    private let rows: [(season: OfficeHours.Season, week: Week)]
    private let working: [CalendarDate: [OfficeSpan]?]
    private let resting: Set<RestDay.Occurrence>
    private let hasYearlyRest: Bool

    init(_ definition: CalendarDefinition, unit: String?) {
        week = Self.week(definition.week)
        rows = definition.hours
            .filter { $0.units.isEmpty || unit.map($0.units.contains) ?? false }
            .sorted {
                ($0.units.isEmpty ? 0 : 1, $0.season.rank)
                    > ($1.units.isEmpty ? 0 : 1, $1.season.rank)
            }
            .map { ($0.season, Self.week($0.week)) }
        working = Dictionary(
            definition.workDays.map { ($0.date, $0.spans) }, uniquingKeysWith: { first, _ in first }
        )
        resting = Set(definition.restDays.map(\.occurrence))
        hasYearlyRest = definition.restDays.contains {
            if case .yearly = $0.occurrence { true } else { false }
        }
    }

    func spans(on date: CalendarDate) -> [OfficeSpan] {
        if let own = working[date] { return own ?? makeUpSpans(on: date) }
        if resting.contains(.on(date)) { return [] }
        if hasYearlyRest, resting.contains(.yearly(month: date.month, day: date.day)) { return [] }
        return week(on: date)[Self.index(of: date)]
    }

    /// A make-up day without hours of its own has its weekday's or, where that has none, those of
    /// the first day of the week that has some.
    private func makeUpSpans(on date: CalendarDate) -> [OfficeSpan] {
        let week = week(on: date)
        let ofWeekday = week[Self.index(of: date)]
        return ofWeekday.isEmpty ? week.first { !$0.isEmpty } ?? [] : ofWeekday
    }

    private func week(on date: CalendarDate) -> Week {
        rows.first { $0.season.contains(date) }?.week ?? week
    }

    private static func week(_ spans: [Weekday: [OfficeSpan]]) -> Week {
        Weekday.allCases.map { spans[$0] ?? [] }
    }

    private static func index(of date: CalendarDate) -> Int {
        Int((date.dayNumber % 7 + 10) % 7)
    }
}
