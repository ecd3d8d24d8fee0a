import Postgres
import WorkingTime

/// Reads points in time as the domain knows them.
extension Row {
    func instant(_ column: Column) throws -> Instant {
        Instant(microseconds: try timestamp(column))
    }

    func instantOrNil(_ column: Column) throws -> Instant? {
        try timestampOrNil(column).map(Instant.init(microseconds:))
    }

    func day(_ column: Column) throws -> CalendarDate {
        CalendarDate(dayNumber: Int64(try date(column)))
    }

    func dayOrNil(_ column: Column) throws -> CalendarDate? {
        try dateOrNil(column).map { CalendarDate(dayNumber: Int64($0)) }
    }
}
