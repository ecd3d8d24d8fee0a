package import WorkingTime

extension Directory {
    /// A calendar with the hours of a unit: its own or those of the nearest unit above that has
    /// some.
    package func calendar(_ calendar: WorkingCalendar, for unit: String?) -> WorkingCalendar {
        guard calendar.hasUnitHours else { return calendar }
        return calendar.hours(of: unitAndAbove(unit).first { calendar.hasHours(of: $0) })
    }
}
