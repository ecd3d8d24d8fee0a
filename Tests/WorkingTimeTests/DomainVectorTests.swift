import Testing

@testable import WorkingTime

@Suite("The State Council's calendar")
struct DomainVectorTests {
    @Test(
        "counts working days and months as the law does",
        arguments: [
            ("2020-04-24T10:00", "1wd", "2020-04-26"),
            ("2020-04-24T10:00", "7wd", "2020-05-07"),
            ("2020-04-24T10:00", "1mo", "2020-05-25"),
            ("2021-09-29T10:00", "3wd", "2021-10-09"),
            ("2022-01-31T10:00", "1mo", "2022-02-28"),
            ("2026-09-18T10:00", "1wd", "2026-09-20"),
            ("2026-09-18T10:00", "7wd", "2026-09-29"),
        ])
    func vector(from: String, limit: String, due: String) throws {
        #expect(try cn.get().due(from, limit) == due + "T17:30")
    }

    @Test(
        "knows how many working days a month has",
        arguments: [("2020-01", 17), ("2020-02", 20), ("2021-10", 17), ("2026-10", 18)])
    func monthCount(month: String, count: Int) throws {
        #expect(try cn.get().workingDayCount(in: CalendarMonth(month)) == count)
    }

    @Test("moved a deadline when the holiday of 2020 was extended")
    func extended() throws {
        let before = try WorkingCalendar(StateCouncil.definitionBeforeExtension(), revision: 1)
        #expect(try before.due("2020-01-17T10:00", "7wd") == "2020-02-01T17:30")
        #expect(try cn.get().due("2020-01-17T10:00", "7wd") == "2020-02-04T17:30")
    }

    @Test("takes a make-up day's hours from the first day of the week that has some")
    func makeUpHours() throws {
        let cn = try cn.get()
        #expect(try cn.due("2026-02-13T16:30", "7h") == "2026-02-14T16:30")
        let sunday = try CalendarDate("2026-01-04")
        #expect(cn.isWorkingDay(sunday))
        #expect(cn.isWorkingTime(try cn.at("2026-01-04T09:00")))
        #expect(!cn.isWorkingTime(try cn.at("2026-01-04T12:00")))
    }

    @Test("names its holidays")
    func names() throws {
        let cn = try cn.get()
        #expect(cn.dayName(try CalendarDate("2026-02-17")) == "春节")
        #expect(cn.dayName(try CalendarDate("2020-10-01")) == "国庆节、中秋节")
        #expect(cn.dayName(try CalendarDate("2026-03-02")) == nil)
    }

    @Test("is provisional past the published year, and computed by weekdays")
    func provisional() throws {
        let cn = try cn.get()
        let from = try cn.at("2026-12-28T10:00")
        let inside = try cn.deadline(from: from, limit: TimeLimit("3wd"))
        let outside = try cn.deadline(from: from, limit: TimeLimit("4wd"))
        #expect(cn.wall(inside.at) == "2026-12-31T17:30" && !inside.isProvisional)
        #expect(cn.wall(outside.at) == "2027-01-01T17:30" && outside.isProvisional)
    }

    @Test("finds a day's closing or the next working day's")
    func closing() throws {
        let cn = try cn.get()
        let closing = try #require(cn.closing(onOrAfter: CalendarDate("2026-10-01")))
        #expect(cn.wall(closing) == "2026-10-08T17:30")
        let next = try #require(cn.nextWorkingInstant(atOrAfter: cn.at("2026-10-08T12:00")))
        #expect(cn.wall(next) == "2026-10-08T13:30")
    }

    @Test("covers its first year to the tenth after the published ones")
    func coverage() throws {
        let cn = try cn.get()
        #expect(cn.covers(try cn.at("2020-01-01T00:00")))
        #expect(!cn.covers(try cn.at("2019-12-31T23:59")))
        #expect(cn.covers(try cn.at("2036-12-31T23:59")))
        #expect(!cn.covers(try cn.at("2037-01-01T00:00")))
    }
}
