/// Moves instants and dates between 1970, where the product counts from, and 2000, where the
/// server counts from.
///
/// The ends of the integer types mean infinity on both sides.
enum PostgresEpoch {
    private static let microseconds: Int64 = 946_684_800_000_000
    private static let days: Int32 = 10_957

    static func serverMicroseconds(since1970 value: Int64) -> Int64 {
        moved(value, by: -microseconds)
    }

    static func microsecondsSince1970(server value: Int64) -> Int64 {
        moved(value, by: microseconds)
    }

    static func serverDays(since1970 value: Int32) -> Int32 {
        moved(value, by: -days)
    }

    static func daysSince1970(server value: Int32) -> Int32 {
        moved(value, by: days)
    }

    /// Stays beside infinity on overflow: no sum becomes infinite, and the server refuses it.
    private static func moved<Value: FixedWidthInteger>(_ value: Value, by offset: Value) -> Value {
        if value == .max || value == .min {
            return value
        }
        let (sum, overflow) = value.addingReportingOverflow(offset)
        if overflow {
            return offset < 0 ? .min + 1 : .max - 1
        }
        return min(max(sum, .min + 1), .max - 1)
    }
}
