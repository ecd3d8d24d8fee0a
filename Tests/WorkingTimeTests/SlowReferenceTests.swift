import Testing

@testable import WorkingTime

@Suite("The tables agree with a walk through every tick")
struct SlowReferenceTests {
    @Test("by minutes, over twenty days", arguments: [UInt64(1), 2, 3, 4])
    func byMinutes(group: UInt64) throws {
        for seed in group * 1000..<group * 1000 + 75 {
            try compare(seed: seed, grain: 60, tickCount: 20 * 1440, rounds: 6)
        }
    }

    @Test("by seconds, over four days")
    func bySeconds() throws {
        for seed in UInt64(1)...8 {
            try compare(seed: seed, grain: 1, tickCount: 4 * 86_400, rounds: 3)
        }
    }

    private func compare(
        seed: UInt64, grain: Int64, tickCount: Int, rounds: Int
    ) throws {
        var random = SplitMix64(seed: seed)
        let place = RandomCalendar.places[Int(seed) % RandomCalendar.places.count]
        let first = try CalendarDate(place.1)
        let definition = try RandomCalendar.make(
            grain: grain, from: first, zone: place.0, &random)
        let begin = first.dayNumber * 86_400
        let slow = try SlowReference(
            definition, from: begin, tickCount: tickCount, grain: grain)
        let calendar = try WorkingCalendar(definition, revision: 1)
        for _ in 0..<rounds {
            let start = Int(random.number(0...Int64(tickCount) / 2))
            let pauses = RandomCalendar.pauses(
                from: begin, until: begin + Int64(tickCount) * grain, grain: grain, &random)
            let pair = Pair(calendar: calendar, slow: slow, seed: seed, pauses: pauses)
            let known = Int64(tickCount) - 86_400 / grain
            pair.compareReadings(from: start, to: Int(random.number(0...known)))
            pair.compareDues(from: start, ticks: Int(random.number(0...Int64(tickCount) / 4)))
            pair.compareDays(from: start, count: Int(random.number(0...6)))
        }
    }
}

/// Asks both and compares.
private struct Pair {
    let calendar: WorkingCalendar
    let slow: SlowReference
    let seed: UInt64
    let pauses: [Pause]

    func compareReadings(from start: Int, to end: Int) {
        let (from, to) = (slow.instant(start), slow.instant(end))
        let paused = slow.paused(pauses)
        let ticks = slow.workingTicks(from: start, to: end, paused)
        let seconds = calendar.workingSeconds(from: from, to: to, pauses: pauses)
        #expect(seconds == Int64(ticks) * slow.grain, "seed \(seed) \(from) \(to) \(pauses)")
        let days = calendar.workingDays(from: from, to: to, pauses: pauses)
        let closings = start < end ? slow.closings(from: start, to: end, paused) : 0
        #expect(days == Int64(closings), "seed \(seed) \(from) \(to) \(pauses)")
        #expect(calendar.isWorkingTime(from) == slow.working[start], "seed \(seed) \(from)")
    }

    func compareDues(from start: Int, ticks: Int) {
        let paused = slow.paused(pauses)
        let seconds = Int64(ticks) * slow.grain
        expect(
            slow.workingDue(from: start, ticks: ticks, paused), from: start, seconds,
            .workingSeconds)
        expect(
            slow.clockDue(from: start, ticks: ticks, paused), from: start, seconds, .clockSeconds)
        guard let latest = slow.latestStart(before: start, ticks: ticks) else { return }
        #expect(throws: Never.self, "seed \(seed)") {
            let limit = try TimeLimit(value: seconds, unit: .workingSeconds)
            let at = try calendar.latestInstant(before: slow.instant(start), leaving: limit)
            #expect(at == slow.instant(latest), "seed \(seed) before \(start) \(limit)")
        }
    }

    func compareDays(from start: Int, count: Int) {
        if pauses.isEmpty, calendar.zone.identifier == "Asia/Shanghai" {
            expect(
                slow.sameTimeDue(from: start, count: count), from: start, Int64(count),
                .workingDays, ending: .sameTime)
        }
        let paused = slow.paused(pauses)
        expect(
            slow.closingDue(from: start, count: count, paused), from: start, Int64(count),
            .workingDays)
        expect(
            slow.calendarDue(from: start, days: count, pauses), from: start, Int64(count),
            .calendarDays)
    }

    /// Compares a due where the walk came to one.
    private func expect(
        _ due: Int?, from start: Int, _ value: Int64, _ unit: TimeLimitUnit,
        ending: TimeLimit.Ending = .closeOfBusiness
    ) {
        guard let due, due < slow.working.count - 1 else { return }
        let from = slow.instant(start)
        #expect(throws: Never.self, "seed \(seed) \(from) \(value) \(unit) \(pauses)") {
            let limit = try TimeLimit(value: value, unit: unit, ending: ending)
            let deadline = try calendar.deadline(from: from, limit: limit, pauses: pauses)
            #expect(
                deadline.at == slow.instant(due), "seed \(seed) \(from) \(limit) \(pauses)")
        }
    }
}
