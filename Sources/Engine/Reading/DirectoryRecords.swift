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
    /// Notes that somebody is away, both days included.
    func addAbsence(
        of person: PersonID, from: CalendarDate, until: CalendarDate, deputy: PersonID?,
        reason: String?, at now: Instant
    ) async throws
}
