@testable import WorkingTime

/// Makes calendars with holes, nights and clocks that change.
enum RandomCalendar {
    /// Pairs zones with a day near which something happens in 2026.
    static let places = [
        ("Asia/Shanghai", "2026-02-10"), ("Europe/Berlin", "2026-03-25"),
        ("Europe/Berlin", "2026-10-21"), ("America/New_York", "2026-03-05"),
        ("America/New_York", "2026-10-29"), ("Australia/Lord_Howe", "2026-04-01"),
        ("Africa/Cairo", "2026-04-20"), ("Africa/Cairo", "2026-10-27"),
        ("America/Havana", "2026-03-05"), ("America/Havana", "2026-10-29"),
    ]

    /// Units: `grain` in seconds, to which all spans are rounded.
    static func make(
        grain: Int64, from first: CalendarDate, zone: String, _ random: inout SplitMix64
    ) throws -> CalendarDefinition {
        var week: [Weekday: [OfficeSpan]] = [:]
        for day in Weekday.allCases where random.happens(percent: 75) {
            week[day] = try spans(grain: grain, &random)
        }
        if week.isEmpty { week[.wed] = try spans(grain: grain, &random) }
        var rest: [RestDay] = []
        var work: [WorkDay] = []
        for offset in Int64(0)..<24 {
            let date = CalendarDate(dayNumber: first.dayNumber + offset)
            if random.happens(percent: 15) {
                let yearly = RestDay.Occurrence.yearly(month: date.month, day: date.day)
                rest.append(RestDay(random.happens(percent: 30) ? yearly : .on(date)))
            } else if random.happens(percent: 15) {
                let own = random.happens(percent: 50) ? try spans(grain: grain, &random) : nil
                work.append(WorkDay(date: date, spans: own))
            }
        }
        return CalendarDefinition(
            name: "random", timeZone: zone, week: week, restDays: rest, workDays: work,
            publishedUntil: try CalendarDate("2026-12-31"), firstYear: 2026)
    }

    private static func spans(
        grain: Int64, _ random: inout SplitMix64
    ) throws -> [OfficeSpan] {
        let slots = 86_400 / grain
        var cuts: Set<Int64> = []
        let count = random.number(1...3) * 2
        if random.happens(percent: 30) { cuts.formUnion([0, slots]) }
        while cuts.count < count { cuts.insert(random.number(0...slots)) }
        if cuts.count % 2 == 1 { cuts.remove(cuts.max() ?? 0) }
        let sorted = cuts.sorted()
        return try stride(from: 0, to: sorted.count, by: 2).map {
            try OfficeSpan(from: sorted[$0] * grain, until: sorted[$0 + 1] * grain)
        }
    }

    static func pauses(
        from start: Int64, until end: Int64, grain: Int64, _ random: inout SplitMix64
    ) -> [Pause] {
        (0..<random.number(0...3)).map { _ in
            let from = random.number(start / grain - 40...end / grain)
            let until = from + random.number(0...(end - start) / grain / 4)
            return Pause(
                from: Instant(seconds: from * grain), until: Instant(seconds: until * grain))
        }
    }
}
