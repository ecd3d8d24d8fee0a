import Testing

@testable import WorkingTime

@Suite("Office hours of seasons and units")
struct OfficeHoursTests {
    /// Nine to five on weekdays; rows replace it.
    private func calendar(_ rows: [OfficeHours], work: [String] = []) throws -> WorkingCalendar {
        try WorkingCalendar(definition(rows, work: work), revision: 1)
    }

    private func definition(
        _ rows: [OfficeHours], work: [String] = []
    ) throws -> CalendarDefinition {
        CalendarDefinition(
            name: "x", timeZone: "Asia/Shanghai", week: try week("09:00-17:00"), hours: rows,
            workDays: try work.map { WorkDay(date: try CalendarDate($0)) },
            publishedUntil: try CalendarDate("2027-12-31"), firstYear: 2026)
    }

    private func week(_ span: String) throws -> [Weekday: [OfficeSpan]] {
        let span = try OfficeSpan(span)
        return Dictionary(uniqueKeysWithValues: StateCouncil.officeWeek.map { ($0, [span]) })
    }

    private func yearly(_ from: String, _ until: String) throws -> OfficeHours.Season {
        .yearly(from: try YearlyDay(from), until: try YearlyDay(until))
    }

    private func dated(_ from: String?, _ until: String?) throws -> OfficeHours.Season {
        .dated(
            from: try from.map { try CalendarDate($0) },
            until: try until.map { try CalendarDate($0) })
    }

    private func closing(_ date: String, _ calendar: WorkingCalendar) throws -> String? {
        calendar.closing(onOrAfter: try CalendarDate(date)).map(calendar.wall)
    }

    @Test("hold from the first day of a season to its last, every year")
    func season() throws {
        let calendar = try calendar([
            OfficeHours(season: try yearly("05-01", "09-30"), week: try week("08:00-18:00"))
        ])
        for (date, closing) in [
            ("2026-04-30", "17:00"), ("2026-05-01", "18:00"), ("2026-09-30", "18:00"),
            ("2026-10-01", "17:00"), ("2027-05-03", "18:00"),
        ] {
            #expect(try self.closing(date, calendar) == "\(date)T\(closing)")
        }
    }

    @Test("may run over the turn of the year")
    func winter() throws {
        let calendar = try calendar([
            OfficeHours(season: try yearly("11-16", "03-15"), week: try week("09:30-16:30"))
        ])
        for (date, closing) in [
            ("2026-03-13", "16:30"), ("2026-03-16", "17:00"), ("2026-11-16", "16:30"),
            ("2027-01-04", "16:30"),
        ] {
            #expect(try self.closing(date, calendar) == "\(date)T\(closing)")
        }
    }

    @Test("of a unit go before those of all, of dates before yearly ones, before the week")
    func ranks() throws {
        let calendar = try calendar([
            OfficeHours(season: try yearly("05-01", "09-30"), week: try week("08:00-18:00")),
            OfficeHours(
                season: try dated("2026-07-01", "2026-07-31"), week: try week("07:00-15:00")),
            OfficeHours(units: ["port"], week: try week("10:00-20:00")),
            OfficeHours(
                units: ["port"], season: try dated(nil, "2026-06-30"), week: try week("10:00-21:00")
            ),
        ])
        let port = calendar.hours(of: "port")
        #expect(port.unit == "port" && calendar.unit == nil)
        #expect(calendar.hours(of: "other") === calendar)
        #expect(calendar.hours(of: nil) === calendar)
        #expect(try closing("2026-07-06", calendar) == "2026-07-06T15:00")
        #expect(try closing("2026-08-03", calendar) == "2026-08-03T18:00")
        #expect(try closing("2026-07-06", port) == "2026-07-06T20:00")
        #expect(try closing("2026-06-30", port) == "2026-06-30T21:00")
        #expect(calendar.hasHours(of: "port") && !calendar.hasHours(of: "other"))
    }

    @Test("replace the whole week: a day that is left out rests, and make-up days take its hours")
    func wholeWeek() throws {
        let monday = [Weekday.mon: [try OfficeSpan("10:00-12:00")]]
        let calendar = try calendar(
            [OfficeHours(season: try dated("2026-06-01", nil), week: monday)],
            work: ["2026-05-30", "2026-06-06"])
        #expect(try closing("2026-05-30", calendar) == "2026-05-30T17:00")
        #expect(try closing("2026-06-02", calendar) == "2026-06-06T12:00")
        #expect(try closing("2026-06-07", calendar) == "2026-06-08T12:00")
    }

    @Test("count by the second over the change of a season")
    func deadlines() throws {
        let calendar = try calendar([
            OfficeHours(season: try yearly("05-01", "09-30"), week: try week("08:00-18:00"))
        ])
        // Thursday the 30th has eight hours, Friday the 1st ten, Monday the 4th ten.
        #expect(try calendar.due("2026-04-30T09:00", "18h") == "2026-05-01T18:00")
        #expect(try calendar.due("2026-04-30T09:00", "19h") == "2026-05-04T09:00")
        #expect(try calendar.due("2026-04-30T16:30", "1wd@sameTime") == "2026-05-01T16:30")
    }

    @Test("are refused where two of one rank hold on one day, or a season ends before it begins")
    func faults() throws {
        let week = try week("08:00-18:00")
        let cases: [([OfficeHours], [String])] = [
            (
                [
                    OfficeHours(season: try yearly("05-01", "09-30"), week: week),
                    OfficeHours(season: try yearly("09-30", "10-31"), week: week),
                ], ["WT661 hours.1"]
            ),
            (
                [
                    OfficeHours(season: try yearly("11-01", "02-28"), week: week),
                    OfficeHours(season: try yearly("01-01", "01-31"), week: week),
                ], ["WT661 hours.1"]
            ),
            (
                [
                    OfficeHours(units: ["a", "b"], week: week),
                    OfficeHours(units: ["b", "c"], week: week),
                ], ["WT661 hours.1"]
            ),
            (
                [
                    OfficeHours(season: try dated("2026-05-01", nil), week: week),
                    OfficeHours(season: try dated(nil, "2026-05-01"), week: week),
                ], ["WT661 hours.1"]
            ),
            (
                [OfficeHours(season: try dated("2026-05-02", "2026-05-01"), week: week)],
                ["WT660 hours.0"]
            ),
            (
                [
                    OfficeHours(week: [
                        .mon: [try OfficeSpan("08:00-12:00"), try OfficeSpan("11:59:59-13:00")]
                    ])
                ], ["WT651 hours.0.week.mon"]
            ),
        ]
        for (rows, expected) in cases {
            let found = try definition(rows).faults().map { "\($0.code) \($0.place)" }
            #expect(found == expected)
        }
        let apart = [
            OfficeHours(season: try yearly("05-01", "09-30"), week: week),
            OfficeHours(season: try yearly("10-01", "04-30"), week: week),
            OfficeHours(season: try dated("2026-05-01", "2026-05-31"), week: week),
            OfficeHours(units: ["a"], week: week), OfficeHours(units: ["b"], week: week),
        ]
        #expect(try definition(apart).faults().isEmpty)
    }

    @Test("of a unit that never works are refused with their place")
    func noWork() throws {
        #expect(throws: CalendarFaults(all: [.noWorkingDay(place: "hours.0")])) {
            try calendar([OfficeHours(units: ["port"], week: [:])])
        }
    }
}
