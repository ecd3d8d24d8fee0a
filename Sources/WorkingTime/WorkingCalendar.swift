/// Answers every question about one revision of a calendar from tables computed beforehand.
///
/// Term: 工作日历.
package final class WorkingCalendar: Sendable {
    package let definition: CalendarDefinition
    package let revision: Int
    package let zone: ZoneTable
    let tables: CalendarTables
    /// Is the first instant of which nothing has been published.
    let horizon: Instant
    private let datedNames: [CalendarDate: String]
    private let yearlyNames: [RestDay.Occurrence: String]

    package var name: String { definition.name }
    package var publishedUntil: CalendarDate { definition.publishedUntil }

    /// Computes the tables from the first year to the tenth after the published ones.
    ///
    /// Throws: every fault of the definition at once.
    package init(_ definition: CalendarDefinition, revision: Int) throws(CalendarFaults) {
        let faults = definition.faults()
        let zone: ZoneTable
        let days: Range<Int64>
        do throws(WorkingTimeRefusal) {
            zone = try ZoneTable(
                identifier: definition.timeZone, throughYear: max(definition.lastYear, 2100))
            days = try faults.isEmpty ? definition.days() : 0..<0
        } catch {
            throw CalendarFaults(all: [.unknownTimeZone(definition.timeZone)] + faults)
        }
        guard faults.isEmpty else { throw CalendarFaults(all: faults) }
        self.definition = definition
        self.revision = revision
        self.zone = zone
        tables = CalendarTables(definition, zone: zone, days: days)
        let after = CalendarDate(dayNumber: definition.publishedUntil.dayNumber + 1)
        horizon = zone.midnight(of: after)
        datedNames = definition.datedNames()
        yearlyNames = definition.yearlyNames()
        if tables.closings.isEmpty { throw CalendarFaults(all: [.noWorkingDay]) }
    }

    /// Tells the name under which a date is listed as a rest day or working day.
    package func dayName(_ date: CalendarDate) -> String? {
        if let name = datedNames[date] { return name }
        guard !yearlyNames.isEmpty else { return nil }
        return yearlyNames[.yearly(month: date.month, day: date.day)]
    }
}

extension CalendarDefinition {
    fileprivate var lastYear: Int { publishedUntil.year + CalendarTables.provisionalYearCount }

    /// Spans the days to compute, of a definition whose years are in range.
    fileprivate func days() throws(WorkingTimeRefusal) -> Range<Int64> {
        let first = try CalendarDate(year: firstYear, month: 1, day: 1)
        let end = try CalendarDate(year: lastYear + 1, month: 1, day: 1)
        return first.dayNumber..<end.dayNumber
    }

    fileprivate func datedNames() -> [CalendarDate: String] {
        var names: [CalendarDate: String] = [:]
        for day in workDays { names[day.date] = day.name }
        for day in restDays {
            if case .on(let date) = day.occurrence { names[date] = day.name }
        }
        return names
    }

    fileprivate func yearlyNames() -> [RestDay.Occurrence: String] {
        var names: [RestDay.Occurrence: String] = [:]
        for day in restDays {
            if case .yearly = day.occurrence { names[day.occurrence] = day.name }
        }
        return names
    }
}
