import Foundation

@testable import WorkingTime

/// Answers by walking through every tick of a few weeks, with none of the tables under test.
///
/// Units: a tick is `grain` seconds; every boundary must fall on one.
struct SlowReference {
    let begin: Int64
    let grain: Int64
    private(set) var working: [Bool] = []
    private(set) var day: [Int64] = []
    private(set) var wallSecond: [Int64] = []
    /// Holds the last working tick of each day that has one, by time.
    private var lastTicks: [Int] = []

    init(
        _ definition: CalendarDefinition, from begin: Int64, tickCount: Int, grain: Int64
    ) throws {
        self.begin = begin
        self.grain = grain
        guard let zone = TimeZone(identifier: definition.timeZone) else {
            throw WorkingTimeRefusal.unknownTimeZone(definition.timeZone)
        }
        var lastOfDay: [Int64: Int] = [:]
        var hours: (day: Int64, spans: [OfficeSpan]) = (.min, [])
        for tick in 0..<tickCount {
            let at = begin + Int64(tick) * grain
            let date = Date(timeIntervalSince1970: Double(at))
            let wall = at + Int64(zone.secondsFromGMT(for: date))
            let today = wall / 86_400
            if hours.day != today { hours = (today, Self.spans(on: today, definition)) }
            let second = wall % 86_400
            let works = hours.spans.contains { $0.from <= second && second < $0.until }
            working.append(works)
            day.append(today)
            wallSecond.append(second)
            if works { lastOfDay[today] = tick }
        }
        // The walk breaks off within its last day, whose closing it therefore cannot know.
        lastOfDay[day.last ?? 0] = nil
        lastTicks = lastOfDay.values.sorted()
    }

    private static func spans(on day: Int64, _ definition: CalendarDefinition) -> [OfficeSpan] {
        let date = CalendarDate(dayNumber: day)
        if let own = definition.workDays.first(where: { $0.date == date }) {
            if let spans = own.spans { return spans }
            let ofWeek = definition.week[date.weekday] ?? []
            if !ofWeek.isEmpty { return ofWeek }
            return Weekday.allCases.compactMap { definition.week[$0] }.first { !$0.isEmpty } ?? []
        }
        let rests = definition.restDays.contains {
            switch $0.occurrence {
            case .on(let other): other == date
            case .yearly(let month, let day): month == date.month && day == date.day
            }
        }
        return rests ? [] : definition.week[date.weekday] ?? []
    }

    func tick(_ at: Instant) -> Int { Int((at.seconds - begin) / grain) }

    func instant(_ tick: Int) -> Instant { Instant(seconds: begin + Int64(tick) * grain) }

    /// Marks the ticks that lie in a pause.
    func paused(_ pauses: [Pause]) -> [Bool] {
        var marks = Array(repeating: false, count: working.count)
        for pause in pauses {
            let low = max(0, tick(pause.from))
            let high = min(marks.count, pause.until.map(tick) ?? marks.count)
            for index in low..<max(low, high) { marks[index] = true }
        }
        return marks
    }

    func workingDue(from start: Int, ticks: Int, _ paused: [Bool]) -> Int? {
        var left = ticks
        for index in start..<working.count where working[index] && !paused[index] {
            if left == 0 { return index }
            left -= 1
            if left == 0 { return index + 1 }
        }
        return nil
    }

    func clockDue(from start: Int, ticks: Int, _ paused: [Bool]) -> Int? {
        var left = ticks
        if left == 0 { return start }
        for index in start..<working.count where !paused[index] {
            left -= 1
            if left == 0 { return index + 1 }
        }
        return nil
    }

    func workingTicks(from start: Int, to end: Int, _ paused: [Bool]) -> Int {
        (start..<max(start, end)).count { working[$0] && !paused[$0] }
    }

    func closings(from start: Int, to end: Int, _ paused: [Bool]) -> Int {
        lastTicks.count { day[$0] > day[start] && $0 < end && !paused[$0] }
    }

    func closingDue(from start: Int, count: Int, _ paused: [Bool]) -> Int? {
        let open = lastTicks.filter { tick in
            !paused[tick] && (count > 0 ? day[tick] > day[start] : tick + 1 >= start)
        }
        let index = max(0, count - 1)
        return index < open.count ? open[index] + 1 : nil
    }

    /// Walks for the same wall time, where no pause is in play and clocks do not change.
    func sameTimeDue(from start: Int, count: Int) -> Int? {
        guard let begin = (start..<working.count).first(where: { working[$0] }) else { return nil }
        let later = lastTicks.filter { day[$0] > day[begin] }
        guard count > 0 else { return begin }
        guard count <= later.count else { return nil }
        let ticks = working.indices.filter { working[$0] && day[$0] == day[later[count - 1]] }
        if let exact = ticks.first(where: { wallSecond[$0] == wallSecond[begin] }) { return exact }
        let before = ticks.last { wallSecond[$0] < wallSecond[begin] }
        return before.map { $0 + 1 } ?? ticks.first
    }

    func calendarDue(from start: Int, days: Int, _ pauses: [Pause]) -> Int? {
        var target = day[start] + Int64(days)
        func closing() -> Int? {
            lastTicks.first { day[$0] >= target && $0 + 1 >= start }.map { $0 + 1 }
        }
        guard var due = closing() else { return nil }
        let marks = paused(pauses)
        var index = start
        // Midnights of a pause count up to its end when it began before the running due.
        while index < marks.count {
            guard marks[index] else {
                index += 1
                continue
            }
            guard index < due else { break }
            var end = index
            while end < marks.count, marks[end] { end += 1 }
            guard end < marks.count else { return nil }
            target += day[end] - day[index]
            guard let moved = closing() else { return nil }
            due = moved
            index = end
        }
        return due
    }

    func latestStart(before end: Int, ticks: Int) -> Int? {
        var left = ticks
        if left == 0 { return end }
        for index in stride(from: end - 1, through: 0, by: -1) where working[index] {
            left -= 1
            if left == 0 { return index }
        }
        return nil
    }
}
