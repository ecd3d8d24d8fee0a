import Foundation

extension ZoneTable {
    /// Reads the offsets of a zone from 1970 to the end of a year.
    ///
    /// Before 1970 the first offset stands, after the year the last.
    /// Throws: `unknownTimeZone` when the identifier is not one of IANA's.
    package init(
        identifier: String, throughYear year: Int = 2100
    ) throws(WorkingTimeRefusal) {
        guard let zone = Self.zone(identifier) else { throw .unknownTimeZone(identifier) }
        let end = try CalendarDate(year: min(max(year, 1970), 9999), month: 12, day: 31)
        let last = Date(timeIntervalSince1970: Double((end.dayNumber + 2) * secondsPerDay))
        var at = Date(timeIntervalSince1970: 0)
        var starts = [Int64.min]
        var offsets = [Int64(zone.secondsFromGMT(for: at))]
        while let next = zone.nextDaylightSavingTimeTransition(after: at), next > at, next < last {
            let offset = Int64(zone.secondsFromGMT(for: next))
            if offset != offsets[offsets.count - 1] {
                starts.append(Int64(next.timeIntervalSince1970))
                offsets.append(offset)
            }
            at = next
        }
        self.init(identifier: identifier, starts: starts, offsets: offsets)
    }

    package static func isKnown(_ identifier: String) -> Bool { zone(identifier) != nil }

    /// Foundation also accepts abbreviations and offsets such as "GMT+8".
    private static func zone(_ identifier: String) -> TimeZone? {
        let isName = identifier.contains("/") || identifier == "UTC" || identifier == "GMT"
        return isName ? TimeZone(identifier: identifier) : nil
    }
}
