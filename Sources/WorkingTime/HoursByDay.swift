/// Finds the office hours of each day, for one unit or in general.
struct HoursByDay {
    /// Shape: one list of spans per weekday, Monday first; each ordered by time.
    private typealias Week = [[OfficeSpan]]

    private let week: Week
    /// The rows that concern the unit, the one that goes first first.
    private let rows: [(season: OfficeHours.Season, week: Week)]
    /// Working days by number; nil where they have no hours of their own.
    private let working: [Int64: [OfficeSpan]?]
    private let resting: DaySet
    private let yearlyResting: [Bool]?

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
            definition.workDays.map { ($0.date.dayNumber, $0.spans.map(Self.ordered)) },
            uniquingKeysWith: { first, _ in first })
        var rest: [Int64] = []
        var yearly: [Bool]?
        for day in definition.restDays {
            switch day.occurrence {
            case .on(let date): rest.append(date.dayNumber)
            case .yearly(let month, let day):
                yearly = yearly ?? Array(repeating: false, count: 13 * 32)
                yearly?[month * 32 + day] = true
            }
        }
        resting = DaySet(rest + Array(working.keys))
        yearlyResting = yearly
    }

    /// Lists the spans of a day in the order of time.
    func spans(on date: CalendarDate) -> [OfficeSpan] {
        if resting.contains(date.dayNumber) {
            guard let own = working[date.dayNumber] else { return [] }
            return own ?? makeUpSpans(on: date)
        }
        if let yearlyResting {
            let (_, month, day) = date.civil
            if yearlyResting[month * 32 + day] { return [] }
        }
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
        guard !rows.isEmpty else { return week }
        return rows.first { $0.season.contains(date) }?.week ?? week
    }

    private static func week(_ spans: [Weekday: [OfficeSpan]]) -> Week {
        Weekday.allCases.map { ordered(spans[$0] ?? []) }
    }

    private static func ordered(_ spans: [OfficeSpan]) -> [OfficeSpan] {
        spans.sorted { $0.from < $1.from }
    }

    private static func index(of date: CalendarDate) -> Int {
        Int((date.dayNumber % 7 + 10) % 7)
    }
}

/// Holds the days that a calendar lists; most days are not among them, which costs no hash.
private struct DaySet {
    private let first: Int64
    private var holds: [Bool]

    init(_ days: [Int64]) {
        let low = days.min() ?? 0
        let count = days.max().map { Int($0 - low) + 1 } ?? 0
        first = low
        holds = Array(repeating: false, count: count)
        for day in days { holds[Int(day - low)] = true }
    }

    func contains(_ day: Int64) -> Bool {
        day >= first && day < first + Int64(holds.count) && holds[Int(day - first)]
    }
}
