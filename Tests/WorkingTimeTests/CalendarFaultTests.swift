import Testing

@testable import WorkingTime

@Suite("A faulty calendar")
struct CalendarFaultTests {
    private func faults(
        _ change: (inout CalendarDefinition) throws -> Void
    ) throws -> [String] {
        var definition = try StateCouncil.definition()
        try change(&definition)
        do throws(CalendarFaults) {
            _ = try WorkingCalendar(definition, revision: 1)
            return []
        } catch {
            return error.all.map { "\($0.code) \($0.place)" }
        }
    }

    @Test("is refused with every fault and its place")
    func all() throws {
        let found = try faults { definition in
            definition.timeZone = "Mars/Olympus"
            definition.week[.mon] = try [OfficeSpan("09:00-12:00"), OfficeSpan("11:00-13:00")]
            definition.restDays.append(try RestDay("2026-10-10"))
            definition.restDays.append(try RestDay("2026-10-01"))
            definition.restDays.append(try RestDay("2019-10-01"))
            definition.restDays.append(RestDay(.yearly(month: 2, day: 30)))
            definition.workDays.append(WorkDay(date: try CalendarDate("2026-02-14")))
            definition.workDays.append(WorkDay(date: try CalendarDate("2026-11-01"), spans: []))
        }
        #expect(
            found == [
                "WT650 timeZone", "WT651 week.mon", "WT653 restDays.2026-10-01",
                "WT657 2019-10-01", "WT655 restDays.02-30", "WT652 workDays.2026-10-10",
                "WT654 workDays.2026-02-14", "WT656 workDays.2026-11-01",
            ])
    }

    @Test("may have a yearly rest day that is a working day at once")
    func yearly() throws {
        let found = try faults { $0.restDays.append(try RestDay("01-04")) }
        #expect(found == ["WT652 workDays.2026-01-04"])
    }

    @Test("may have no working day at all")
    func noWork() throws {
        let found = try faults {
            $0.week = [:]
            $0.workDays = []
        }
        #expect(found == ["WT659 week"])
    }

    @Test("may have years that descend, are too many or too early", arguments: [2027, 1800, 1969])
    func years(first: Int) throws {
        #expect(try faults { $0.firstYear = first } == ["WT658 publishedUntil"])
    }

    @Test(
        "does not hide behind abbreviations of zones", arguments: ["GMT+8", "", "PST", "CST6CDT"])
    func zones(name: String) throws {
        #expect(try faults { $0.timeZone = name } == ["WT650 timeZone"])
    }
}
