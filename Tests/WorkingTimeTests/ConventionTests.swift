import Testing

@testable import WorkingTime

@Suite("A deadline")
struct ConventionTests {
    @Test(
        "is the earliest instant at which working time is used up",
        arguments: [
            ("2026-03-02T09:00", "3h", "2026-03-02T12:00"),
            ("2026-03-02T12:30", "4h", "2026-03-02T17:30"),
            ("2026-03-02T16:30", "2h", "2026-03-03T10:00"),
            ("2026-03-06T17:30", "30min", "2026-03-09T09:30"),
            ("2026-03-02T10:00", "0h", "2026-03-02T10:00"),
            ("2026-03-02T12:00", "0h", "2026-03-02T13:30"),
            ("2026-03-06T17:30", "0h", "2026-03-09T09:00"),
        ])
    func workingSeconds(from: String, limit: String, due: String) throws {
        #expect(try cn.get().due(from, limit) == due)
    }

    @Test(
        "in working days does not count the start's date",
        arguments: [
            ("2026-03-02T08:00", "1wd", "2026-03-03T17:30"),
            ("2026-03-02T18:00", "1wd", "2026-03-03T17:30"),
            ("2026-03-07T10:00", "1wd", "2026-03-09T17:30"),
            ("2026-03-02T10:00", "0wd", "2026-03-02T17:30"),
            ("2026-03-02T17:30", "0wd", "2026-03-02T17:30"),
            ("2026-03-02T18:00", "0wd", "2026-03-03T17:30"),
            ("2026-03-07T10:00", "0wd", "2026-03-09T17:30"),
        ])
    func workingDays(from: String, limit: String, due: String) throws {
        #expect(try cn.get().due(from, limit) == due)
    }

    @Test(
        "at the same time keeps the wall time inside office hours",
        arguments: [
            ("2026-03-02T10:15", "1wd@sameTime", "2026-03-03T10:15"),
            ("2026-03-02T12:30", "1wd@sameTime", "2026-03-03T13:30"),
            ("2026-03-06T18:00", "1wd@sameTime", "2026-03-10T09:00"),
            ("2026-03-07T10:00", "0wd@sameTime", "2026-03-09T09:00"),
        ])
    func sameTime(from: String, limit: String, due: String) throws {
        #expect(try cn.get().due(from, limit) == due)
    }

    @Test(
        "at the same time falls back to the closing before a gap and to the opening",
        arguments: [
            ("2026-02-13T11:00", "2026-02-14T10:30"),
            ("2026-02-13T16:00", "2026-02-14T14:00"),
            ("2026-02-13T08:30", "2026-02-14T10:00"),
        ])
    func sameTimeOnShortDay(from: String, due: String) throws {
        let short = try calendar(
            week: everyDay("08:00-12:00", "13:30-17:30"),
            work: ["2026-02-14": ["10:00-10:30", "13:00-14:00"]])
        #expect(try short.due(from, "1wd@sameTime") == due)
    }

    @Test(
        "in calendar days or months rolls forward to a working day's closing",
        arguments: [
            ("2026-03-02T10:00", "10d", "2026-03-12T17:30"),
            ("2026-03-02T10:00", "5d", "2026-03-09T17:30"),
            ("2026-01-31T10:00", "1mo", "2026-02-28T17:30"),
            ("2026-03-02T10:00", "0d", "2026-03-02T17:30"),
            ("2026-03-02T18:00", "0d", "2026-03-03T17:30"),
            ("2026-03-02T10:00", "24ch", "2026-03-03T10:00"),
        ])
    func calendarUnits(from: String, limit: String, due: String) throws {
        #expect(try cn.get().due(from, limit) == due)
    }

    @Test("keeps the microseconds of its start")
    func microseconds() throws {
        let cn = try cn.get()
        let from = try Instant(rfc3339: "2026-03-02T11:59:59.25+08:00")
        let due = try cn.deadline(from: from, limit: TimeLimit("1s")).at
        #expect(due.rfc3339(in: cn.zone) == "2026-03-02T13:30:00.25+08:00")
        #expect(cn.workingSeconds(from: from, to: due) == 1)
    }

    @Test("counts the real seconds of a night when clocks change")
    func summerTime() throws {
        let nights = try calendar(zone: "Europe/Berlin", week: everyDay("01:00-04:00"))
        let spring = try nights.deadline(
            from: nights.at("2026-03-29T00:00"), limit: TimeLimit("2h"))
        #expect(spring.at.rfc3339(in: nights.zone) == "2026-03-29T04:00:00+02:00")
        let autumn = try nights.deadline(
            from: nights.at("2026-10-25T00:00"), limit: TimeLimit("4h"))
        #expect(autumn.at.rfc3339(in: nights.zone) == "2026-10-25T04:00:00+01:00")
    }

    @Test("ends business at 24:00 on the day itself")
    func midnight() throws {
        let late = try calendar(week: everyDay("00:00-06:00", "18:00-24:00"))
        #expect(try late.due("2026-03-02T10:00", "1wd") == "2026-03-04T00:00")
        #expect(try late.due("2026-03-02T23:00", "2h") == "2026-03-03T01:00")
        let due = try late.at("2026-03-04T00:00")
        #expect(late.wall(try late.shift(due, by: MarkOffset("+1wd"))) == "2026-03-05T00:00")
    }
}
