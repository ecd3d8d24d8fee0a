import Languages
import Workflow
import WorkingTime

/// Reads calendars: hours by weekday, season and unit, rest days and working days.
struct CalendarReader {
    private static let keys = [
        "timeZone", "week", "hours", "restDays", "workDays", "statutory", "publishedUntil", "years",
    ]

    private let entry: Entry
    private let mapping: Mapping
    private let knownOn: CalendarDate?
    /// Says where the file tells what a fault of the definition is about.
    private var places: [String: Place] = [:]

    private init(_ entry: Entry, _ mapping: Mapping, knownOn: CalendarDate?) {
        self.entry = entry
        self.mapping = mapping
        self.knownOn = knownOn
    }

    /// Reads a file that holds one calendar under its name.
    static func calendar(_ entry: Entry, knownOn: CalendarDate?) -> CalendarDefinition? {
        guard let root = entry.mapping(of: ["calendar", "label"] + keys) else { return nil }
        let label = root.label()
        guard let name = root.required("calendar")?.text() else { return nil }
        var reader = CalendarReader(entry, root, knownOn: knownOn)
        return reader.definition(
            name: name.value, label: DayName(zh: label.zh, en: label.en))
    }

    /// Reads a file of one calendar or of many, each with the faults of its own.
    static func calendars(
        _ entry: Entry, knownOn: CalendarDate?
    ) -> [String: Result<CalendarDefinition, DefinitionFaults>]? {
        let file = entry.log.file
        guard let root = entry.mapping() else { return nil }
        guard root["calendar"] == nil else {
            let log = FaultLog(file: file)
            let own = Entry(node: entry.node, name: "", log: log)
            guard let name = root["calendar"]?.text() else { return nil }
            return [name.value: log.result { calendar(own, knownOn: knownOn) }]
        }
        guard let pairs = entry.mapping(of: ["calendars"])?.required("calendars")?.mapping()?.pairs
        else { return nil }
        return pairs.reduce(into: [:]) { calendars, pair in
            let log = FaultLog(file: file)
            let own = Entry(node: pair.value.node, name: pair.key.value, log: log)
            calendars[pair.key.value] = log.result {
                guard let mapping = own.mapping(of: ["label"] + keys) else { return nil }
                var reader = CalendarReader(own, mapping, knownOn: knownOn)
                let label = mapping["label"]?.label()
                return reader.definition(
                    name: pair.key.value, label: label.map { DayName(zh: $0.zh, en: $0.en) })
            }
        }
    }

    private mutating func definition(name: String, label: DayName?) -> CalendarDefinition? {
        let zone = zone()
        places["week"] = mapping["week"]?.place
        let week = mapping.required("week").map { self.week($0, at: "week") }
        let hours = hours()
        let until = mapping.required("publishedUntil").flatMap { entry in
            places["publishedUntil"] = entry.place
            return DayReader.date(entry)
        }
        let dates = DayReader.restDays(mapping.list("restDays"))
        let work = DayReader.workDays(mapping["workDays"])
        let years = CalendarYears(mapping, knownOn: knownOn, log: entry.log)
        guard let zone, let week, let until else { return nil }
        years.check(until: until, at: places["publishedUntil"] ?? mapping.place)
        let statutory = StatutoryDays(mapping["statutory"], knownOn: knownOn)
        let rest = dates + years.restDays + years.unlisted(statutory, beside: dates, until: until)
        let working = work + years.workDays
        for day in rest { places["restDays.\(day.value.occurrence)"] = day.place }
        for day in working { places["workDays.\(day.value.date)"] = day.place }
        let definition = CalendarDefinition(
            name: name, label: label, timeZone: zone, week: week, hours: hours,
            restDays: rest.map(\.value), workDays: working.map(\.value),
            publishedUntil: years.knownUntil.map { min($0, until) } ?? until,
            firstYear: years.first ?? CalendarDefinition.firstYearOfZones,
            notices: years.notices)
        report(definition.faults())
        if !definition.hasHours {
            report([.noWorkingDay(place: "week")])
        }
        for replaced in years.replaced {
            report(replaced.faults(in: definition), at: replaced.place)
        }
        return definition
    }

    private mutating func zone() -> String? {
        guard let zone = mapping.required("timeZone")?.text() else { return nil }
        places["timeZone"] = zone.place
        if !ZoneTable.isKnown(zone.value) { report([.unknownTimeZone(zone.value)]) }
        return zone.value
    }

    private mutating func week(_ entry: Entry, at path: String) -> [Weekday: [OfficeSpan]] {
        let week = entry.mapping(of: Weekday.allCases.map(\.rawValue))
        var hours: [Weekday: [OfficeSpan]] = [:]
        for pair in week?.pairs ?? [] {
            guard let day = Weekday(rawValue: pair.key.value) else { continue }
            places["\(path).\(day.rawValue)"] = pair.value.place
            hours[day] = DayReader.spans(pair.value)
        }
        return hours
    }

    /// Reads rows of `{units, from, until, week}`, all but the week optional.
    private mutating func hours() -> [OfficeHours] {
        var rows: [OfficeHours] = []
        for entry in mapping.list("hours") {
            guard let row = entry.mapping(of: ["units", "from", "until", "week"]),
                let week = row.required("week")
            else { continue }
            let hours = self.week(week, at: "hours.\(rows.count).week")
            guard let season = SeasonReader.season(row, at: entry) else { continue }
            places["hours.\(rows.count)"] = entry.place
            places["hours.\(rows.count).week"] = week.place
            rows.append(
                OfficeHours(units: row.texts("units").map(\.value), season: season, week: hours))
        }
        return rows
    }

    private func report(_ faults: [CalendarFault], at place: Place? = nil) {
        for fault in faults {
            entry.log.record(
                fault.kind, at: place ?? places[fault.place] ?? mapping.place,
                fault.words, fault.remedy)
        }
    }
}

extension FaultLog {
    fileprivate func result(
        _ read: () -> CalendarDefinition?
    ) -> Result<CalendarDefinition, DefinitionFaults> {
        let value = read()
        return Result { () throws(DefinitionFaults) in try accept(value) }
    }
}
