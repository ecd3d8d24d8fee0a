extension CalendarTables {
    /// Sets how many years past the published ones are computed, by weekdays and yearly rest days.
    static let provisionalYearCount = 10

    /// Computes the tables of a definition that has no faults.
    init(_ hours: HoursByDay, zone: ZoneTable, days: Range<Int64>) {
        firstDay = days.lowerBound
        start = zone.midnight(of: CalendarDate(dayNumber: days.lowerBound)).microseconds
        end = zone.midnight(of: CalendarDate(dayNumber: days.upperBound)).microseconds
        var stretches: [Range<Int64>] = []
        for day in days {
            workingDaysBefore.append(workingDays.count)
            let date = CalendarDate(dayNumber: day)
            let ofDay = hours.spans(on: date)
                .flatMap { zone.stretches(of: $0, on: date) }
                .sorted { $0.lowerBound < $1.lowerBound }
            // A day without a real second of work, such as a skipped one, is not a working day.
            guard let first = ofDay.first, let last = ofDay.last else { continue }
            workingDays.append(day)
            openings.append(first.lowerBound * microsecondsPerSecond)
            closings.append(last.upperBound * microsecondsPerSecond)
            stretches += ofDay
        }
        workingDaysBefore.append(workingDays.count)
        sumUp(stretches)
    }

    private mutating func sumUp(_ stretches: [Range<Int64>]) {
        var sum: Int64 = 0
        // Days interleave where clocks go back just after midnight.
        for stretch in stretches.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            sum += (stretch.upperBound - stretch.lowerBound) * microsecondsPerSecond
            stretchStarts.append(stretch.lowerBound * microsecondsPerSecond)
            stretchEnds.append(stretch.upperBound * microsecondsPerSecond)
            stretchSums.append(sum)
        }
    }
}
