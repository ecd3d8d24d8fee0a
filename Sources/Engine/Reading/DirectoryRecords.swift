package import Casework
package import WorkingTime

/// One visit of an officer to an enterprise. Term: 走访.
package struct Visit: Hashable, Sendable {
    package let id: Int64
    package let person: PersonID
    package let enterprise: EnterpriseID
    package let on: CalendarDate
    package let note: String?

    package init(
        id: Int64, person: PersonID, enterprise: EnterpriseID, on: CalendarDate, note: String?
    ) {
        self.id = id
        self.person = person
        self.enterprise = enterprise
        self.on = on
        self.note = note
    }
}

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

/// Keeps what officers themselves note in the directory: visits and absences.
package protocol DirectoryRecords: Sendable {
    /// - Returns: the visit's id; nil where that day's visit to the enterprise was noted already.
    func addVisit(
        by person: PersonID, to enterprise: EnterpriseID, on date: CalendarDate, note: String?,
        at now: Instant, under key: RequestKey?
    ) async throws -> Answered<Int64>?
    /// Lists visits, ordered by id, after one.
    func visits(
        by person: PersonID?, to enterprise: EnterpriseID?, after: Int64, limit: Int
    ) async throws -> [Visit]
    /// Notes that somebody is away; what was noted for the same first day it replaces.
    ///
    /// - Parameters:
    ///   - author: who says so.
    ///   - key: under which it counts once.
    func put(
        _ absence: NotedAbsence, by author: PersonID, at now: Instant, under key: RequestKey?
    ) async throws -> Answered<Bool>?
    /// Lists absences of persons, and those in which somebody stands in, that end on a day or later.
    func absences(
        of persons: [PersonID], orWithDeputy deputy: PersonID, endingFrom day: CalendarDate
    ) async throws -> [NotedAbsence]
    /// Ends an absence before its last day.
    ///
    /// - Returns: nil where it had ended already.
    func end(
        _ absence: NotedAbsence, by author: PersonID, at now: Instant, under key: RequestKey?
    ) async throws -> Answered<Bool>?
}
