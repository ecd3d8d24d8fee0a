import Testing

@testable import WorkingTime

@Suite("The latest start")
struct BeforeTests {
    @Test(
        "leaves the limit before the end",
        arguments: [
            ("2026-03-02T11:00", "2h", "2026-03-02T09:00"),
            ("2026-03-02T11:00", "3h", "2026-02-28T16:30"),
            ("2026-03-02T20:00", "2h", "2026-03-02T15:30"),
            ("2026-03-02T09:00", "4h", "2026-02-28T13:30"),
            ("2026-03-03T17:30", "1wd", "2026-03-02T23:59"),
            ("2026-03-03T17:00", "1wd", "2026-03-01T23:59"),
            ("2026-03-03T17:30", "24ch", "2026-03-02T17:30"),
            ("2026-03-03T11:00", "1wd@sameTime", "2026-03-02T11:00"),
            ("2026-03-12T17:30", "10d", "2026-03-02T23:59"),
            ("2026-03-03T12:00", "0h", "2026-03-03T11:59"),
            ("2026-03-03T11:00", "0h", "2026-03-03T11:00"),
        ])
    func latest(end: String, limit: String, expected: String) throws {
        let cn = try cn.get()
        let at = try cn.latestInstant(before: cn.at(end), leaving: TimeLimit(limit))
        #expect(cn.wall(at) == expected)
    }

    @Test("is the later of two where clocks go back")
    func clocksGoBack() throws {
        // At 00:01 on the 7th the clock goes back to 23:01 on the 6th: it is the 6th once more.
        let stJohns = try calendar(
            zone: "America/St_Johns", week: everyDay("09:00-17:00"), until: "2010-12-31",
            firstYear: 2010)
        let end = try Instant("2010-11-07T17:00:00", in: stJohns.zone)
        for limit in ["1wd", "1d"] {
            let at = try stJohns.latestInstant(before: end, leaving: TimeLimit(limit))
            #expect(at.rfc3339(in: stJohns.zone) == "2010-11-06T23:59:59-03:30")
            #expect(try stJohns.deadline(from: at, limit: TimeLimit(limit)).at == end)
        }
        let segments = stJohns.explain(
            from: try Instant("2010-11-06T22:00:00", in: stJohns.zone), to: end)
        for segment in segments {
            #expect(stJohns.zone.date(at: segment.from) == segment.date)
            #expect(stJohns.zone.date(at: segment.to.adding(seconds: -1)) == segment.date)
        }
        let berlin = try calendar(zone: "Europe/Berlin", week: everyDay("00:00-24:00"))
        let night = try Instant("2026-10-26T02:20:00", in: berlin.zone)
        let limit = try TimeLimit("1wd@sameTime")
        let at = try berlin.latestInstant(before: night, leaving: limit)
        #expect(at.rfc3339(in: berlin.zone) == "2026-10-25T02:20:00+01:00")
        #expect(try berlin.deadline(from: at, limit: limit).at == night)
    }

    @Test("is refused before the first year and past the last computed day")
    func refused() throws {
        let cn = try cn.get()
        let end = try cn.at("2020-01-02T10:00")
        for limit in ["2h", "1wd", "48ch", "3d", "2wd@sameTime"] {
            #expect(throws: WorkingTimeRefusal.self) {
                try cn.latestInstant(before: end, leaving: TimeLimit(limit))
            }
        }
        #expect(throws: WorkingTimeRefusal.beyondHorizon) {
            try cn.latestInstant(before: cn.at("2050-01-01T00:00"), leaving: TimeLimit("2h"))
        }
    }
}
