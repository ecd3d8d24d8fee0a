package import Casework
package import Store
package import WorkingTime

/// Lists the deadlines that lie past what is published.
package struct ListProvisionalDeadlines: Sendable {
    package struct Listing: Sendable {
        /// The nearest first, each with the zone of its calendar.
        package let deadlines: [(clock: ProvisionalClock, zone: ZoneTable)]
        /// How many would be firm on the newest revision of their calendar, e.g. `cn@2`, by name.
        package let firm: [(revision: String, count: Int)]
    }

    private let records: CalendarRecords
    private let calendars: PublishedCalendars

    package init(_ records: CalendarRecords, in calendars: PublishedCalendars) {
        self.records = records
        self.calendars = calendars
    }

    package func list() async throws -> Listing {
        let clocks = try await records.provisionalClocks()
        return Listing(
            deadlines: clocks.map { ($0, zone(of: $0)) },
            firm: Set(clocks.map(\.calendar)).sorted().compactMap { firm(clocks, on: $0) })
    }

    private func zone(of clock: ProvisionalClock) -> ZoneTable {
        calendars.calendar(clock.calendar, revision: clock.revision)?.zone ?? .utc
    }

    private func firm(
        _ clocks: [ProvisionalClock], on name: String
    ) -> (revision: String, count: Int)? {
        guard let newest = calendars.current(name) else { return nil }
        let count = clocks.count {
            $0.calendar == name && $0.revision < newest.revision && !newest.isProvisional($0.dueAt)
        }
        return count > 0 ? ("\(name)@\(newest.revision)", count) : nil
    }
}
