/// Answers every question about one revision of a calendar from tables computed beforehand.
///
/// Term: 工作日历.
package final class WorkingCalendar: Sendable {
    package let definition: CalendarDefinition
    package let revision: Int
    /// Is the code of the unit whose own hours these are; nil: those that hold for the others.
    package let unit: String?
    package let zone: ZoneTable
    let tables: CalendarTables
    /// Is the first instant of which nothing has been published.
    let horizon: Instant
    private let names: DayNames
    private let ofUnits: [String: WorkingCalendar]

    package var name: String { definition.name }
    package var publishedUntil: CalendarDate { definition.publishedUntil }

    /// Computes the tables from the first year to the tenth after the published ones.
    ///
    /// Throws: every fault of the definition at once.
    package convenience init(
        _ definition: CalendarDefinition, revision: Int
    ) throws(CalendarFaults) {
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
        let names = DayNames(definition)
        var ofUnits: [String: WorkingCalendar] = [:]
        for (row, hours) in definition.hours.enumerated() {
            for unit in hours.units where ofUnits[unit] == nil {
                let tables = CalendarTables(
                    HoursByDay(definition, unit: unit), zone: zone, days: days)
                guard !tables.closings.isEmpty else {
                    throw CalendarFaults(all: [.noWorkingDay(place: "hours.\(row)")])
                }
                ofUnits[unit] = WorkingCalendar(
                    definition, revision: revision, unit: unit, zone: zone, tables: tables,
                    names: names, ofUnits: [:])
            }
        }
        let tables = CalendarTables(HoursByDay(definition, unit: nil), zone: zone, days: days)
        guard !tables.closings.isEmpty else {
            throw CalendarFaults(all: [.noWorkingDay(place: "week")])
        }
        self.init(
            definition, revision: revision, unit: nil, zone: zone, tables: tables, names: names,
            ofUnits: ofUnits)
    }

    private init(
        _ definition: CalendarDefinition, revision: Int, unit: String?, zone: ZoneTable,
        tables: CalendarTables, names: DayNames, ofUnits: [String: WorkingCalendar]
    ) {
        self.definition = definition
        self.revision = revision
        self.unit = unit
        self.zone = zone
        self.tables = tables
        self.names = names
        self.ofUnits = ofUnits
        let after = CalendarDate(dayNumber: definition.publishedUntil.dayNumber + 1)
        horizon = zone.midnight(of: after)
    }

    /// Gives the calendar with a unit's own hours; itself for a unit that has none.
    package func hours(of unit: String?) -> WorkingCalendar {
        unit.flatMap { ofUnits[$0] } ?? self
    }

    /// Tells whether any unit has hours of its own.
    package var hasUnitHours: Bool { !ofUnits.isEmpty }

    package func hasHours(of unit: String) -> Bool { ofUnits[unit] != nil }

    /// Tells the name under which a date is listed as a rest day or working day.
    package func dayName(_ date: CalendarDate) -> String? { names.name(of: date)?.zh }

    /// Tells that name in English; the other one where there is none.
    package func englishDayName(_ date: CalendarDate) -> String? { names.name(of: date)?.en }
}

/// Finds the name under which a day is listed.
private struct DayNames: Sendable {
    private var dated: [CalendarDate: DayName] = [:]
    private var yearly: [RestDay.Occurrence: DayName] = [:]

    init(_ definition: CalendarDefinition) {
        for day in definition.workDays {
            dated[day.date] = day.name.map { DayName(zh: $0, en: $0) }
        }
        for day in definition.restDays {
            let name = day.name.map { DayName(zh: $0, en: day.englishName ?? $0) }
            switch day.occurrence {
            case .on(let date): dated[date] = name
            case .yearly: yearly[day.occurrence] = name
            }
        }
    }

    func name(of date: CalendarDate) -> DayName? {
        if let name = dated[date] { return name }
        guard !yearly.isEmpty else { return nil }
        return yearly[.yearly(month: date.month, day: date.day)]
    }
}

extension CalendarDefinition {
    fileprivate var lastYear: Int { publishedUntil.year + Self.provisionalYearCount }

    /// Spans the days to compute, of a definition whose years are in range.
    fileprivate func days() throws(WorkingTimeRefusal) -> Range<Int64> {
        let first = try CalendarDate(year: firstYear, month: 1, day: 1)
        let end = try CalendarDate(year: lastYear + 1, month: 1, day: 1)
        return first.dayNumber..<end.dayNumber
    }
}
