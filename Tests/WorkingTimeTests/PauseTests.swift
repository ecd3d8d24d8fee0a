import Testing

@testable import WorkingTime

@Suite("A pause")
struct PauseTests {
    @Test("moves a deadline by its overlap with working time only")
    func overlap() throws {
        let cn = try cn.get()
        let due = try cn.due(
            "2026-03-02T09:00", "4h", pauses: [("2026-03-02T11:00", "2026-03-02T14:00")])
        #expect(due == "2026-03-02T16:00")
    }

    @Test("takes away the closings inside it, a closing at its end included")
    func closings() throws {
        let cn = try cn.get()
        let inside = [("2026-03-03T10:00", Optional("2026-03-03T17:30"))]
        let outside = [("2026-03-03T17:30", Optional("2026-03-04T09:00"))]
        #expect(try cn.due("2026-03-02T10:00", "1wd", pauses: inside) == "2026-03-04T17:30")
        #expect(try cn.due("2026-03-02T10:00", "1wd", pauses: outside) == "2026-03-03T17:30")
        let counted = cn.workingDays(
            from: try cn.at("2026-03-02T10:00"), to: try cn.at("2026-03-06T17:30"),
            pauses: try inside.map(cn.pause))
        #expect(counted == 3)
    }

    @Test("adds its midnights to calendar days when begun before the running due")
    func midnights() throws {
        let cn = try cn.get()
        let early = [("2026-03-03T10:00", Optional("2026-03-05T09:00"))]
        let late = [("2026-03-12T17:30", Optional("2026-03-20T09:00"))]
        #expect(try cn.due("2026-03-02T10:00", "10d", pauses: early) == "2026-03-16T17:30")
        #expect(try cn.due("2026-03-02T10:00", "10d", pauses: late) == "2026-03-12T17:30")
    }

    @Test("that begins after the due changes nothing", arguments: ["1wd@sameTime", "2h", "24ch"])
    func afterDue(limit: String) throws {
        let cn = try cn.get()
        let late = [("2026-03-03T16:00", Optional("2026-03-05T09:00"))]
        let plain = try cn.due("2026-03-02T10:00", limit)
        #expect(try cn.due("2026-03-02T10:00", limit, pauses: late) == plain)
    }

    @Test(
        "that begins exactly at the due changes nothing, even when it lasts",
        arguments: ["1wd", "1wd@sameTime", "2h", "24ch", "10d"])
    func atDue(limit: String) throws {
        let cn = try cn.get()
        let due = try cn.due("2026-03-02T10:00", limit)
        #expect(try cn.due("2026-03-02T10:00", limit, pauses: [(due, nil)]) == due)
    }

    @Test(
        "that lasts leaves no deadline",
        arguments: ["4h", "0h", "1wd", "1wd@sameTime", "24ch", "10d", "1mo"])
    func open(limit: String) throws {
        let cn = try cn.get()
        let since = try cn.at("2026-03-02T09:30")
        #expect(throws: WorkingTimeRefusal.stillPaused(since: since)) {
            try cn.due("2026-03-02T10:00", limit, pauses: [("2026-03-02T09:30", nil)])
        }
    }

    @Test("that ends before it begins is refused")
    func backwards() throws {
        let cn = try cn.get()
        let from = try cn.at("2026-03-03T10:00")
        #expect(throws: WorkingTimeRefusal.pauseEndsBeforeItBegins(from)) {
            try cn.due("2026-03-02T10:00", "1h", pauses: [("2026-03-03T10:00", "2026-03-02T10:00")])
        }
    }

    @Test("holds off a deadline of no working time until it ends")
    func zero() throws {
        let cn = try cn.get()
        let pauses = [("2026-03-02T09:30", Optional("2026-03-02T14:00"))]
        #expect(try cn.due("2026-03-02T10:00", "0h", pauses: pauses) == "2026-03-02T14:00")
    }
}
