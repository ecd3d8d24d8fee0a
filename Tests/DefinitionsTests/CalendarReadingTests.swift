import Definitions
import Foundation
import Testing
import WorkingTime

@Suite("Calendars as data")
struct CalendarReadingTests {
    private static let week = #"week: {mon: ["09:00-17:00"], fri: ["09:00-12:00"]}"#

    private static func text(_ more: String, week: String = Self.week) -> String {
        """
        calendar: x
        label: {zh: 日历, en: Calendar}
        timeZone: Europe/Berlin
        \(week)
        publishedUntil: 2027-12-31
        \(more)
        """
    }

    private static func faults(_ more: String, week: String = Self.week) -> [String] {
        refused { () throws(DefinitionFaults) in
            try DefinitionReader.calendar(text(more, week: week), file: "x.yaml")
        }
    }

    @Test("carry both revisions of 2020, of which the one known on a day counts")
    func revisionsOf2020() throws {
        let text = try WorkflowFiles.text("calendars/cn.yaml")
        let now = try DefinitionReader.calendar(text, file: "cn.yaml")
        #expect(now.notices.count == 8)
        #expect(now.notices.filter(\.isReplaced).map(\.number) == ["国办发明电〔2019〕16号"])
        #expect(now.notices.allSatisfy { $0.publishedOn != nil })
        let before = try DefinitionReader.calendar(
            text, file: "cn.yaml", knownOn: CalendarDate("2020-01-20"))
        #expect(before.publishedUntil.description == "2020-12-31")
        #expect(before.notices.map(\.number) == ["国办发明电〔2019〕16号"])
        for (definition, due) in [(before, "2020-02-01"), (now, "2020-02-04")] {
            let calendar = try WorkingCalendar(definition, revision: 1)
            let start = try Instant("2020-01-17T10:00:00", in: calendar.zone)
            let deadline = try calendar.deadline(from: start, limit: TimeLimit("7wd"))
            #expect(deadline.at.rfc3339(in: calendar.zone) == "\(due)T17:30:00+08:00")
        }
        #expect(throws: DefinitionFaults.self) {
            try DefinitionReader.calendar(
                text, file: "cn.yaml", knownOn: CalendarDate("2019-11-20"))
        }
    }

    @Test("take rest days as dates, yearly days and holidays, working days with hours or without")
    func forms() throws {
        let definition = try DefinitionReader.calendar(
            Self.text(
                """
                restDays:
                  - 2026-10-01
                  - 12-25
                  - {on: 01-01, name: 元旦, en: New Year}
                  - {from: 2026-05-01, to: 2026-05-03, name: 劳动节, en: Labour Day}
                workDays:
                  2026-02-14: ["09:00-12:00", "22:00:30-24:00"]
                hours:
                  - {units: [port, field], from: 05-01, until: 09-30, week: {mon: ["08:00-16:00"]}}
                  - {until: 2026-04-01, week: {mon: ["10:00-16:00"]}}
                """), file: "x.yaml")
        #expect(definition.restDays.count == 6)
        #expect(definition.restDays.last?.englishName == "Labour Day")
        #expect(
            definition.workDays.first?.spans?.map(\.description) == [
                "09:00-12:00", "22:00:30-24:00",
            ])
        #expect(definition.hours.map(\.units) == [["port", "field"], []])
        #expect(definition.firstYear == 1970)
        let calendar = try WorkingCalendar(definition, revision: 1)
        #expect(calendar.dayName(try CalendarDate("2031-01-01")) == "元旦")
        #expect(!calendar.isWorkingDay(try CalendarDate("2026-12-25")))
    }

    @Test("let the days of the law rest in years without a notice, and in no other")
    func daysOfTheLaw() throws {
        let text = try WorkflowFiles.text("calendars/cn.yaml")
        let calendar = try WorkingCalendar(
            DefinitionReader.calendar(text, file: "cn.yaml"), revision: 1)
        let deadline = try calendar.deadline(
            from: Instant(rfc3339: "2026-12-31T10:00:00+08:00"),
            limit: TimeLimit(value: 1, unit: .workingDays))
        #expect(deadline.at.rfc3339(in: calendar.zone) == "2027-01-04T17:30:00+08:00")
        #expect(deadline.isProvisional)
        for year in 2027...2036 {
            let days =
                try CalendarDate("\(year)-01-01")
                .dayNumber...CalendarDate("\(year)-12-31")
                .dayNumber
            let named = days.map(CalendarDate.init(dayNumber:)).filter {
                calendar.dayName($0) != nil && !calendar.isWorkingDay($0)
            }
            #expect(named.count == ([2028, 2031].contains(year) ? 12 : 13), "\(year)")
        }
        #expect(calendar.dayName(try CalendarDate("2028-10-03")) == "国庆节、中秋节")
        #expect(
            calendar.englishDayName(try CalendarDate("2031-10-01"))
                == "National Day and Mid-Autumn Festival")
        // 2026 has its notice: that alone says what rests.
        #expect(calendar.dayName(try CalendarDate("2026-10-01")) == "国庆节")
        let next = try WorkingCalendar(
            DefinitionReader.calendar(
                text.replacing("years:\n", with: "years:\n  2027: {rest: []}\n"),
                file: "cn.yaml"), revision: 2)
        #expect(next.isWorkingDay(try CalendarDate("2027-01-01")))
        #expect(!next.isWorkingDay(try CalendarDate("2028-01-25")))
    }

    @Test("don't know the law before it was published")
    func lawNotKnownYet() throws {
        let text = try WorkflowFiles.text("calendars/cn.yaml")
        for (day, works) in [("2024-11-11", true), ("2024-11-12", false)] {
            let calendar = try WorkingCalendar(
                DefinitionReader.calendar(
                    text, file: "cn.yaml", knownOn: CalendarDate(day)), revision: 1)
            #expect(calendar.isWorkingDay(try CalendarDate("2026-01-01")) == works)
        }
    }

    @Test(
        "tell what is wrong at its place",
        arguments: [
            ("restDays: [2026-10-01]\nworkDays: [2026-10-01]", ["7:12 WF160"]),
            ("restDays: [10-01]\nworkDays: {2026-10-01: [\"09:00-12:00\"]}", ["7:12 WF160"]),
            ("restDays: [2026-10-01, 2026-10-01]", ["6:24 WF160"]),
            ("restDays: [13-01]", ["6:12 WF110"]),
            ("statutory: {days: [01-01]}", ["6:12 WF107"]),
            ("statutory: {law: x, days: [01-01, 01-01]}", ["6:35 WF160"]),
            ("statutory: {law: x, days: [{on: 13-01}]}", ["6:33 WF110"]),
            ("restDays: [{on: 10-01, from: 2026-10-01}]", ["6:24 WF105"]),
            ("restDays: [{on: 10-01, name: 节}]", ["6:12 WF107"]),
            (
                "hours: [{week: {}}, {from: 2026-99-01, week: {}}]", ["6:28 WF110"]
            ),
            ("restDays: [2026-02-29]", ["6:12 WF110"]),
            ("workDays: {2026-13-01: [\"09:00-12:00\"]}", ["6:12 WF110"]),
            ("workDays: {2026-10-03: []}", ["6:12 WF168"]),
            ("workDays: {2026-10-03: [\"09:00-12:00\", \"11:00-13:00\"]}", ["6:12 WF166"]),
            ("hours: [{week: {mon: [\"09:00-12:00\", \"11:00-13:00\"]}}]", ["6:22 WF166"]),
            ("hours: [{from: 05-01, week: {}}]", ["6:9 WF110"]),
            ("hours: [{from: 2026-05-01, until: 2026-04-01, week: {}}]", ["6:9 WF111"]),
            (
                "hours: [{week: {mon: [\"09:00-12:00\"]}}, {week: {}}]", ["6:41 WF166"]
            ),
            ("hours: [{season: summer, week: {}}]", ["6:10 WF105"]),
            ("years: {2026: {rest: []}}", ["5:17 WF167"]),
            ("years: {2025: {}, 2027: {}}", ["6:19 WF167"]),
            (
                "years: {2026: {}, 2027: [{notice: a, rest: []}, {notice: b}]}",
                ["6:26 WF107", "6:49 WF107"]
            ),
            (
                "years: {2026: {}, 2027: [{published: 2026-11-02}, {published: 2026-11-01}]}",
                ["6:51 WF111"]
            ),
            (
                "years: {2026: {}, 2027: [{published: 2026-11-01, work: [2027-01-02, 2027-01-02]}, "
                    + "{published: 2026-11-02}]}", ["6:26 WF160"]
            ),
        ] as [(String, [String])])
    func faults(more: String, expected: [String]) {
        #expect(Self.faults(more) == expected, "\(more)")
    }

    @Test("tell a week that overlaps, is empty, or lies in no zone")
    func weeks() {
        #expect(
            Self.faults("", week: #"week: {mon: ["09:00-12:00", "11:00-13:00"]}"#) == [
                "4:13 WF166"
            ])
        #expect(Self.faults("", week: "week: {}") == ["4:7 WF168"])
        let replaced =
            "years: {2026: {}, 2027: [{published: 2026-11-01}, {published: 2026-11-02}]}"
        #expect(
            Self.faults(replaced, week: #"week: {mon: ["09:00-12:00", "11:00-13:00"]}"#) == [
                "4:13 WF166"
            ])
        let zone = refused { () throws(DefinitionFaults) in
            try DefinitionReader.calendar(
                Self.text("").replacing("Europe/Berlin", with: "Europe/Atlantis"), file: "x.yaml")
        }
        #expect(zone == ["3:11 WF169"])
    }

    @Test("come many in a file, each with the faults of its own")
    func many() throws {
        let body = #"{timeZone: UTC, week: {mon: ["09:00-17:00"]}, publishedUntil: "2026-12-31"}"#
        let found = try DefinitionReader.calendars(
            """
            calendars:
              good: \(body)
              bad: \(body.replacing("UTC", with: "Nowhere/Town"))
            """, file: "many.yaml")
        #expect(Set(found.keys) == ["good", "bad"])
        #expect(throws: Never.self) { try found["good"]?.get() }
        let fault = #expect(throws: DefinitionFaults.self) { try found["bad"]?.get() }
        #expect(fault?.faults.map(\.line) == [3])
        let one = try DefinitionReader.calendars(
            WorkflowFiles.text("calendars/cn.yaml"), file: "cn.yaml")
        #expect(Array(one.keys) == ["cn"])
        #expect(throws: DefinitionFaults.self) {
            try DefinitionReader.calendars("colours: {red: 1}", file: "many.yaml")
        }
    }

    @Test("are explained on a page whose example can be published")
    func page() throws {
        let example = try WorkflowFiles.text("CALENDARS.md")
            .components(separatedBy: "```yaml\n")[1].components(separatedBy: "```")[0]
        let definition = try DefinitionReader.calendar(example, file: "CALENDARS.md")
        #expect(!definition.hours.isEmpty && !definition.notices.isEmpty)
        _ = try WorkingCalendar(definition, revision: 1)
    }
}
