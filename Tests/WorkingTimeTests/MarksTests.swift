import Testing

@testable import WorkingTime

@Suite("A mark")
struct MarksTests {
    @Test(
        "lies at an offset from the deadline",
        arguments: [
            ("+1wd", "2026-03-11T17:30"), ("+3wd", "2026-03-13T17:30"),
            ("+5wd", "2026-03-17T17:30"), ("-7wd", "2026-02-28T17:30"),
            ("-1wd", "2026-03-09T17:30"), ("0wd", "2026-03-10T17:30"),
            ("+4ch", "2026-03-10T21:30"), ("-4ch", "2026-03-10T13:30"),
            ("+4h", "2026-03-11T14:30"), ("-8h", "2026-03-09T16:30"),
            ("+4d", "2026-03-16T17:30"), ("-2d", "2026-03-06T17:30"),
            ("-1mo", "2026-02-10T17:30"),
        ])
    func shift(offset: String, expected: String) throws {
        let cn = try cn.get()
        let due = try cn.at("2026-03-10T17:30")
        let mark = try cn.shift(due, by: MarkOffset(offset))
        #expect(cn.wall(mark) == expected)
    }

    @Test("lies at a percentage of the working time, rounded up to a second")
    func percent() throws {
        let cn = try cn.get()
        let (from, to) = (try cn.at("2026-03-02T09:00"), try cn.at("2026-03-03T17:30"))
        #expect(cn.wall(cn.instant(percent: 50, from: from, to: to)) == "2026-03-02T17:30")
        #expect(cn.instant(percent: 0, from: from, to: to) == from)
        #expect(cn.instant(percent: 100, from: from, to: to) == to)
        let mark = cn.instant(percent: 33, from: from, to: from.adding(seconds: 10))
        #expect(mark == from.adding(seconds: 4))
    }

    @Test("leaves pauses out of the percentage")
    func percentWithPause() throws {
        let cn = try cn.get()
        let (from, to) = (try cn.at("2026-03-02T09:00"), try cn.at("2026-03-03T17:30"))
        let pause = try cn.pause(("2026-03-02T09:00", "2026-03-02T17:30"))
        let mark = cn.instant(percent: 50, from: from, to: to, pauses: [pause])
        #expect(cn.wall(mark) == "2026-03-03T14:00")
    }

    @Test("takes clock time where there is no working time")
    func percentOfClock() throws {
        let cn = try cn.get()
        let (from, to) = (try cn.at("2026-03-07T00:00"), try cn.at("2026-03-08T00:00"))
        #expect(cn.wall(cn.instant(percent: 50, from: from, to: to)) == "2026-03-07T12:00")
    }

    @Test("is refused outside the calendar")
    func outside() throws {
        let cn = try cn.get()
        let first = try cn.at("2020-01-03T17:30")
        #expect(throws: WorkingTimeRefusal.self) {
            try cn.shift(first, by: MarkOffset("-5wd"))
        }
        #expect(throws: WorkingTimeRefusal.beyondHorizon) {
            try cn.shift(first, by: MarkOffset("+9223372036854775807wd"))
        }
    }
}
