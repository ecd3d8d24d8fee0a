extension WorkingCalendar {
    package func isWorkingDay(_ date: CalendarDate) -> Bool {
        tables.isWorkingDay(date.dayNumber)
    }

    /// Tells whether an instant lies in office hours; the end of a span is no part of it.
    package func isWorkingTime(_ at: Instant) -> Bool {
        tables.isWorking(at.microseconds)
    }

    /// Tells whether an instant lies between the first and the last day that were computed.
    package func covers(_ at: Instant) -> Bool {
        tables.start <= at.microseconds && at.microseconds < tables.end
    }

    /// Finds the end of business of a day or, when it is none, of the next working day; nil past
    /// the last day that was computed.
    package func closing(onOrAfter date: CalendarDate) -> Instant? {
        let index = tables.workingDayCount(before: date.dayNumber)
        guard index < tables.closings.count else { return nil }
        return Instant(microseconds: tables.closings[index])
    }

    /// Finds the working day that ends at an instant; nil where none does.
    ///
    /// Business that ends at 24:00 ends on its own day.
    package func dayClosing(at: Instant) -> CalendarDate? {
        let index = tables.closings.count(below: at.microseconds)
        guard index < tables.closings.count, tables.closings[index] == at.microseconds else {
            return nil
        }
        return CalendarDate(dayNumber: tables.workingDays[index])
    }

    /// Finds the first instant of working time at or after another; nil past the last day that was
    /// computed.
    package func nextWorkingInstant(atOrAfter at: Instant) -> Instant? {
        tables.nextWorking(atOrAfter: at.microseconds).map(Instant.init(microseconds:))
    }

    /// Tells how much working time most working days have.
    ///
    /// Units: whole seconds.
    package var ordinaryDaySeconds: Int64 { tables.ordinaryDay / microsecondsPerSecond }

    /// Counts the working days of a month, whatever the hours of each.
    package func workingDayCount(in month: CalendarMonth) -> Int {
        tables.workingDayCount(before: month.next.firstDay.dayNumber)
            - tables.workingDayCount(before: month.firstDay.dayNumber)
    }
}
