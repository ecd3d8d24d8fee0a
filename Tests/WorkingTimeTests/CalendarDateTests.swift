import Testing

@testable import WorkingTime

@Suite("A date")
struct CalendarDateTests {
    @Test("and its day number lead to each other, day by day from 1 to 9999")
    func bothWays() throws {
        let first = try CalendarDate(year: 1, month: 1, day: 1).dayNumber
        let last = try CalendarDate(year: 9999, month: 12, day: 31).dayNumber
        #expect(try CalendarDate("1970-01-01").dayNumber == 0)
        var wrong = 0
        for day in stride(from: first, through: last, by: 13) {
            let date = CalendarDate(dayNumber: day)
            let back = try CalendarDate(year: date.year, month: date.month, day: date.day)
            if back.dayNumber != day { wrong += 1 }
        }
        #expect(wrong == 0)
    }

    @Test(
        "moves by months to the corresponding or last day",
        arguments: [
            ("2022-01-31", 1, "2022-02-28"), ("2024-01-31", 1, "2024-02-29"),
            ("2026-10-09", 3, "2027-01-09"), ("2026-03-31", -1, "2026-02-28"),
            ("2026-01-31", -13, "2024-12-31"),
        ])
    func months(from: String, count: Int, to: String) throws {
        #expect(try CalendarDate(from).adding(months: Int64(count)).description == to)
    }

    @Test("does not leave the years 1 to 9999")
    func range() throws {
        let last = try CalendarDate("9999-12-31")
        #expect(throws: WorkingTimeRefusal.overflow) { try last.adding(days: 1) }
        #expect(throws: WorkingTimeRefusal.overflow) { try last.adding(months: .max) }
        #expect(throws: WorkingTimeRefusal.overflow) { try last.adding(days: .min) }
    }

    @Test("knows its weekday")
    func weekday() throws {
        #expect(try CalendarDate("2026-10-09").weekday == .fri)
        #expect(try CalendarDate("1969-12-29").weekday == .mon)
    }

    @Test("of a month spans its instants in a zone")
    func monthRange() throws {
        let month = try CalendarMonth("2026-10")
        let range = month.range(in: try ZoneTable(identifier: "Asia/Shanghai"))
        #expect(range.lowerBound.description == "2026-09-30T16:00:00Z")
        #expect(range.upperBound.description == "2026-10-31T16:00:00Z")
        #expect(month.next.description == "2026-11")
        #expect(try CalendarMonth("2026-12").next.description == "2027-01")
        #expect(month.dates.count == 31)
    }
}

@Suite("A zone's table")
struct ZoneTableTests {
    @Test(
        "takes the first of a doubled wall time and the first valid after a skipped one",
        arguments: [
            ("Europe/Berlin", "2026-10-25", 9000, "2026-10-25T02:30:00+02:00"),
            ("Europe/Berlin", "2026-03-29", 9000, "2026-03-29T03:00:00+02:00"),
            ("America/Sao_Paulo", "2018-11-04", 0, "2018-11-04T01:00:00-02:00"),
            ("Pacific/Apia", "2011-12-30", 36_000, "2011-12-31T00:00:00+14:00"),
            ("Asia/Shanghai", "2026-03-29", 86_400, "2026-03-30T00:00:00+08:00"),
        ])
    func wallTimes(zone: String, date: String, second: Int, expected: String) throws {
        let table = try ZoneTable(identifier: zone)
        let at = table.instant(of: try CalendarDate(date), secondOfDay: Int64(second))
        #expect(at.rfc3339(in: table) == expected)
    }

    @Test("skips a day that never was")
    func skippedDay() throws {
        let apia = try calendar(
            zone: "Pacific/Apia", week: everyDay("09:00-17:00"), until: "2012-12-31",
            firstYear: 2011)
        #expect(!apia.isWorkingDay(try CalendarDate("2011-12-30")))
        #expect(try apia.due("2011-12-29T10:00", "1wd") == "2011-12-31T17:00")
    }

    @Test("refuses what is no zone", arguments: ["Mars/Olympus", "", "GMT+8", "../etc/passwd"])
    func unknown(name: String) {
        #expect(throws: WorkingTimeRefusal.unknownTimeZone(name)) {
            try ZoneTable(identifier: name)
        }
    }
}

@Suite("An instant")
struct InstantTests {
    @Test("stays in its range")
    func saturation() {
        #expect(Instant.distantFuture.adding(seconds: 1) == .distantFuture)
        #expect(Instant(seconds: .min) == .distantPast)
        #expect(Instant(microseconds: -1).seconds == -1)
        #expect(Instant(seconds: 5) - Instant(seconds: 7) == -2)
        #expect(Instant.distantFuture - Instant.distantPast > 0)
    }
}
