package import Casework
package import WorkingTime

/// A time in which an officer is away, as it was noted; both days are included.
package struct NotedAbsence: Hashable, Sendable {
    package let person: PersonID
    package let from: CalendarDate
    package let until: CalendarDate
    package let deputy: PersonID?
    package let reason: String?
    /// When it was ended before its last day.
    package let endedAt: Instant?

    package init(
        person: PersonID, from: CalendarDate, until: CalendarDate, deputy: PersonID?,
        reason: String?, endedAt: Instant? = nil
    ) {
        self.person = person
        self.from = from
        self.until = until
        self.deputy = deputy
        self.reason = reason
        self.endedAt = endedAt
    }
}

extension NotedAbsence {
    /// The days of it, as they count beside others; nil where it was ended before it began.
    package func days(in zone: ZoneTable) -> DaysAway? {
        DaysAway(from: from, until: until, endedOn: endedAt.map(zone.date))
    }
}
