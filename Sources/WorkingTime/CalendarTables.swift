/// Holds everything that a calendar computes beforehand, as sorted numbers.
///
/// Shape: one entry of the `stretch…` arrays per stretch of working time, ordered by time; one entry
/// of `openings`, `closings` and `workingDays` per working day; one of `workingDaysBefore` per day
/// from `firstDay`, and one more.
/// Units: instants and sums in microseconds; days as days since 1970-01-01.
struct CalendarTables: Sendable {
    let firstDay: Int64
    let start: Int64
    let end: Int64
    var stretchStarts: [Int64] = []
    var stretchEnds: [Int64] = []
    /// Sums the working time up to and with each stretch.
    var stretchSums: [Int64] = []
    var openings: [Int64] = []
    var closings: [Int64] = []
    var workingDays: [Int64] = []
    var workingDaysBefore: [Int] = []
    /// The working time that most working days have. Units: microseconds.
    var ordinaryDay: Int64 = 0

    /// Counts the working time from the start of the calendar to an instant.
    @inline(__always)
    func reading(at instant: Int64) -> Int64 {
        let index = stretchStarts.count(upTo: instant) - 1
        guard index >= 0 else { return 0 }
        let unused = stretchEnds[index] &- instant
        return stretchSums[index] &- (unused > 0 ? unused : 0)
    }

    /// Counts the working time between two instants, none when they are in the wrong order.
    func work(from: Int64, to: Int64) -> Int64 {
        from < to ? reading(at: to) - reading(at: from) : 0
    }

    /// Finds the earliest instant at which a reading above zero is reached.
    @inline(__always)
    func earliest(reading: Int64) -> Int64? {
        let index = stretchSums.count(below: reading)
        guard index < stretchSums.count else { return nil }
        return stretchEnds[index] &- (stretchSums[index] &- reading)
    }

    /// Finds the latest instant at which a reading is not yet exceeded.
    func latest(reading: Int64) -> Int64? {
        let index = stretchSums.count(upTo: reading)
        guard index < stretchSums.count else { return nil }
        return stretchEnds[index] - (stretchSums[index] - reading)
    }

    /// Finds the first instant of working time at or after an instant.
    func nextWorking(atOrAfter instant: Int64) -> Int64? {
        let index = stretchEnds.count(upTo: instant)
        guard index < stretchStarts.count else { return nil }
        return Swift.max(instant, stretchStarts[index])
    }

    func isWorking(_ instant: Int64) -> Bool {
        nextWorking(atOrAfter: instant) == instant
    }

    /// Counts the working days before a day, which is the index of the first that is not before.
    @inline(__always)
    func workingDayCount(before day: Int64) -> Int {
        let index = Int(saturatingDifference(day, firstDay))
        guard index > 0 else { return 0 }
        return workingDaysBefore[Swift.min(index, workingDaysBefore.count - 1)]
    }

    func isWorkingDay(_ day: Int64) -> Bool {
        workingDayCount(before: day + 1) > workingDayCount(before: day)
    }
}
