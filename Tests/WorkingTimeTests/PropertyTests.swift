import Testing

@testable import WorkingTime

@Suite("For any calendar, start and limit")
struct PropertyTests {
    /// Deals a calendar, a start and pauses in the weeks after it.
    private struct Case {
        let calendar: WorkingCalendar
        let start: Instant
        let pauses: [Pause]
        var random: SplitMix64

        init(seed: UInt64) throws {
            random = SplitMix64(seed: seed)
            let place = RandomCalendar.places[Int(seed) % RandomCalendar.places.count]
            let first = try CalendarDate(place.1)
            let definition = try RandomCalendar.make(
                grain: 60, from: first, zone: place.0, &random)
            calendar = try WorkingCalendar(definition, revision: 1)
            let begin = first.dayNumber * 86_400
            start = Instant(microseconds: random.number(begin...begin + 864_000) * 1_000_000)
            pauses = RandomCalendar.pauses(
                from: start.seconds, until: start.seconds + 1_728_000, grain: 7, &random)
        }

        func due(
            _ value: Int64, _ unit: TimeLimitUnit, ending: TimeLimit.Ending = .closeOfBusiness,
            from: Instant? = nil, pauses: [Pause]? = nil
        ) throws -> Instant {
            try calendar.deadline(
                from: from ?? start, limit: TimeLimit(value: value, unit: unit, ending: ending),
                pauses: pauses ?? self.pauses
            ).at
        }
    }

    private static let seeds = Array(UInt64(1)...40)

    @Test("the reading from start to due is the limit", arguments: seeds)
    func reading(seed: UInt64) throws {
        var dealt = try Case(seed: seed)
        for _ in 0..<10 {
            let seconds = dealt.random.number(1...2_000_000)
            let (start, pauses) = (dealt.start, dealt.pauses)
            let due = try dealt.due(seconds, .workingSeconds)
            let read = dealt.calendar.workingSeconds(from: start, to: due, pauses: pauses)
            #expect(read == seconds, "seed \(seed)")
            let days = dealt.random.number(1...90)
            let closing = try dealt.due(days, .workingDays)
            let counted = dealt.calendar.workingDays(from: start, to: closing, pauses: pauses)
            #expect(counted == days, "seed \(seed)")
        }
    }

    @Test("a deadline rises with start and limit", arguments: seeds)
    func monotone(seed: UInt64) throws {
        var dealt = try Case(seed: seed)
        for unit in TimeLimitUnit.allCases {
            let most: Int64 = unit.rawValue.hasSuffix("Seconds") ? 500_000 : 12
            for _ in 0..<8 {
                let value = dealt.random.number(0...most)
                let due = try dealt.due(value, unit)
                let more = try dealt.due(value + dealt.random.number(0...most), unit)
                let later = dealt.start.adding(seconds: dealt.random.number(0...400_000))
                #expect(due >= dealt.start && due <= more, "seed \(seed) \(value) \(unit)")
                let lateDue = try dealt.due(value, unit, from: later, pauses: [])
                #expect(try dealt.due(value, unit, pauses: []) <= lateDue, "seed \(seed) \(unit)")
            }
        }
    }

    @Test("a deadline never falls on a rest day", arguments: seeds)
    func neverOnRestDay(seed: UInt64) throws {
        var dealt = try Case(seed: seed)
        let units: [TimeLimitUnit] = [
            .workingSeconds, .workingDays, .calendarDays, .calendarMonths,
        ]
        for unit in units {
            let most: Int64 = unit == .workingSeconds ? 500_000 : 12
            let ending: TimeLimit.Ending = seed % 2 == 0 ? .closeOfBusiness : .sameTime
            let due = try dealt.due(dealt.random.number(1...most), unit, ending: ending)
            let moment = Instant(microseconds: due.microseconds - 1)
            // Before opening the wall time moves to the opening, which has no work before it.
            let isWork = dealt.calendar.isWorkingTime(moment) || dealt.calendar.isWorkingTime(due)
            #expect(isWork, "seed \(seed) \(unit) \(due)")
        }
    }

    @Test("a pause outside working time changes nothing", arguments: seeds)
    func idlePause(seed: UInt64) throws {
        let dealt = try Case(seed: seed)
        let calendar = dealt.calendar
        let closing = try #require(calendar.closing(onOrAfter: calendar.zone.date(at: dealt.start)))
        let opening = try #require(calendar.nextWorkingInstant(atOrAfter: closing))
        let pauses = [Pause(from: closing, until: opening)]
        for (value, unit) in [(90_000, TimeLimitUnit.workingSeconds), (5, .workingDays)] {
            for ending in TimeLimit.Ending.allCases {
                let plain = try dealt.due(Int64(value), unit, ending: ending, pauses: [])
                let paused = try dealt.due(Int64(value), unit, ending: ending, pauses: pauses)
                #expect(plain == paused, "seed \(seed) \(unit) \(ending)")
            }
        }
    }

    @Test("splitting or shuffling pauses changes nothing", arguments: seeds)
    func splitPause(seed: UInt64) throws {
        var dealt = try Case(seed: seed)
        var split: [Pause] = []
        for pause in dealt.pauses {
            let length = (pause.until ?? pause.from) - pause.from
            let cut = pause.from.adding(seconds: dealt.random.number(0...length))
            split += [Pause(from: pause.from, until: cut), Pause(from: cut, until: pause.until)]
        }
        split.shuffle(using: &dealt.random)
        for unit in TimeLimitUnit.allCases {
            let value: Int64 = unit.rawValue.hasSuffix("Seconds") ? 200_000 : 4
            for ending in TimeLimit.Ending.allCases {
                let whole = try dealt.due(value, unit, ending: ending)
                let parts = try dealt.due(value, unit, ending: ending, pauses: split)
                #expect(whole == parts, "seed \(seed) \(unit) \(ending)")
            }
        }
    }

    @Test("the latest start before a due leads to that due", arguments: seeds)
    func beforeThenAfter(seed: UInt64) throws {
        var dealt = try Case(seed: seed)
        for unit in [TimeLimitUnit.workingSeconds, .workingDays, .clockSeconds] {
            let most: Int64 = unit == .workingDays ? 12 : 400_000
            let limit = try TimeLimit(value: dealt.random.number(1...most), unit: unit)
            let due = try dealt.calendar.deadline(from: dealt.start, limit: limit).at
            let latest = try dealt.calendar.latestInstant(before: due, leaving: limit)
            #expect(latest >= dealt.start, "seed \(seed) \(limit)")
            let again = try dealt.calendar.deadline(from: latest, limit: limit).at
            #expect(again == due, "seed \(seed) \(limit)")
        }
    }
}
