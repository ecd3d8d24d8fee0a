extension CalendarTables {
    /// Computes the tables of a definition that has no faults.
    init(_ hours: HoursByDay, zone: ZoneTable, days: Range<Int64>) {
        firstDay = days.lowerBound
        start = zone.midnight(of: CalendarDate(dayNumber: days.lowerBound)).microseconds
        end = zone.midnight(of: CalendarDate(dayNumber: days.upperBound)).microseconds
        workingDaysBefore.reserveCapacity(days.count + 1)
        var stretches: [Range<Int64>] = []
        stretches.reserveCapacity(days.count * 2)
        var isAscending = true
        var lengths: [Int64: Int] = [:]
        for day in days {
            workingDaysBefore.append(workingDays.count)
            let date = CalendarDate(dayNumber: day)
            let spans = hours.spans(on: date)
            guard !spans.isEmpty else { continue }
            let before = stretches.count
            zone.append(stretchesOf: spans, on: date, to: &stretches)
            // A day without a real second of work, such as a skipped one, is not a working day.
            guard before < stretches.count else { continue }
            let last = stretches[stretches.count - 1]
            workingDays.append(day)
            openings.append(stretches[before].lowerBound * microsecondsPerSecond)
            closings.append(last.upperBound * microsecondsPerSecond)
            let length = stretches[before...].reduce(0) { $0 + $1.upperBound - $1.lowerBound }
            lengths[length, default: 0] += 1
            if before > 0, stretches[before].lowerBound < stretches[before - 1].lowerBound {
                isAscending = false
            }
        }
        workingDaysBefore.append(workingDays.count)
        let most = lengths.max { ($0.value, $0.key) < ($1.value, $1.key) }
        ordinaryDay = (most?.key ?? 0) * microsecondsPerSecond
        // Days interleave where clocks go back just after midnight.
        if !isAscending { stretches.sort { $0.lowerBound < $1.lowerBound } }
        sumUp(stretches)
    }

    private mutating func sumUp(_ stretches: [Range<Int64>]) {
        stretchStarts.reserveCapacity(stretches.count)
        stretchEnds.reserveCapacity(stretches.count)
        stretchSums.reserveCapacity(stretches.count)
        var sum: Int64 = 0
        for stretch in stretches {
            sum += (stretch.upperBound - stretch.lowerBound) * microsecondsPerSecond
            stretchStarts.append(stretch.lowerBound * microsecondsPerSecond)
            stretchEnds.append(stretch.upperBound * microsecondsPerSecond)
            stretchSums.append(sum)
        }
    }
}
