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
            ("2026-03-03T12:00", "0h", "2026-03-03T12:00"),
        ])
    func latest(end: String, limit: String, expected: String) throws {
        let cn = try cn.get()
        let at = try cn.latestInstant(before: cn.at(end), leaving: TimeLimit(limit))
        #expect(cn.wall(at) == expected)
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
