@testable import WorkingTime

/// Deals the same numbers for the same seed.
struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func number(_ range: ClosedRange<Int64>) -> Int64 {
        Int64.random(in: range, using: &self)
    }

    mutating func happens(percent: Int64) -> Bool {
        number(1...100) <= percent
    }
}

/// Computes `cn` once for all tests.
let cn = Result { try WorkingCalendar(StateCouncil.definition(), revision: 1) }

extension WorkingCalendar {
    /// Reads a wall time of this calendar's zone, such as `2026-02-13T16:30:00`.
    func at(_ text: String) throws -> Instant {
        let date = try CalendarDate(String(text.prefix(10)))
        let clock = text.dropFirst(11).split(separator: ":").map { Int64($0) ?? 0 }
        let second = zip(clock, [3600, 60, 1]).reduce(0) { $0 + $1.0 * $1.1 }
        return zone.instant(of: date, secondOfDay: second)
    }

    /// Computes a deadline from and to wall times.
    func due(
        _ from: String, _ limit: String, pauses: [(String, String?)] = []
    ) throws -> String {
        let deadline = try deadline(
            from: at(from), limit: TimeLimit(limit), pauses: pauses.map(pause))
        return String(deadline.at.rfc3339(in: zone).prefix(16))
    }

    func pause(_ texts: (String, String?)) throws -> Pause {
        Pause(from: try at(texts.0), until: try texts.1.map(at))
    }

    func wall(_ instant: Instant) -> String {
        String(instant.rfc3339(in: zone).prefix(16))
    }
}

/// Builds a calendar of one week's hours.
func calendar(
    zone: String = "Asia/Shanghai", week: [Weekday: [String]],
    rest: [String] = [], work: [String: [String]] = [:], until: String = "2026-12-31",
    firstYear: Int = 2026
) throws -> WorkingCalendar {
    let definition = CalendarDefinition(
        name: "x", timeZone: zone,
        week: try week.mapValues { try $0.map { try OfficeSpan($0) } },
        restDays: try rest.map { try RestDay($0) },
        workDays: try work.sorted { $0.key < $1.key }.map {
            WorkDay(date: try CalendarDate($0.key), spans: try $0.value.map { try OfficeSpan($0) })
        },
        publishedUntil: try CalendarDate(until), firstYear: firstYear)
    return try WorkingCalendar(definition, revision: 1)
}

func everyDay(_ spans: String...) -> [Weekday: [String]] {
    Dictionary(uniqueKeysWithValues: Weekday.allCases.map { ($0, spans) })
}
