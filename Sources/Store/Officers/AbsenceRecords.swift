package import Casework
package import Engine
import Postgres
package import WorkingTime

/// Keeps when officers are away, as they or others note it.
package struct AbsenceRecords: Sendable {
    let database: Database

    /// Notes that somebody is away; what was noted for the same first day it replaces.
    ///
    /// - Parameters:
    ///   - author: who says so.
    ///   - key: under which it counts once.
    package func put(
        _ absence: NotedAbsence, by author: PersonID, at now: Instant, under key: RequestKey?
    ) async throws -> Answered<Bool>? {
        let putting = database.queries.statement(
            .addAbsence, .int64(absence.person.rawValue),
            .date(daysSince1970: Int32(absence.from.dayNumber)),
            .date(daysSince1970: Int32(absence.until.dayNumber)),
            .int64(absence.deputy?.rawValue), .text(absence.reason),
            .timestamp(microseconds: now.microseconds), .int64(author.rawValue))
        return try await once(key, putting)
    }

    /// Lists absences of persons, and those in which somebody stands in, that end on a day or later.
    package func list(
        of persons: [PersonID], orWithDeputy deputy: PersonID, endingFrom day: CalendarDate
    ) async throws -> [NotedAbsence] {
        try await database.read(
            .absencesOf, .int64s(persons.map(\.rawValue)), .int64(deputy.rawValue),
            .date(daysSince1970: Int32(day.dayNumber))
        ).map(NotedAbsence.init)
    }

    /// Ends an absence before its last day.
    ///
    /// - Returns: nil where it had ended already.
    package func end(
        _ absence: NotedAbsence, by author: PersonID, at now: Instant, under key: RequestKey?
    ) async throws -> Answered<Bool>? {
        let ending = database.queries.statement(
            .endAbsence, .int64(absence.person.rawValue),
            .date(daysSince1970: Int32(absence.from.dayNumber)),
            .timestamp(microseconds: now.microseconds), .int64(author.rawValue))
        return try await once(key, ending)
    }

    private func once(
        _ key: RequestKey?, _ writing: Statement
    ) async throws -> Answered<Bool>? {
        try await RequestRecords(database: database).once(key) {
            try await $0.query(writing).first.map { _ in true }
        }
    }
}

extension NotedAbsence {
    /// - Parameter row: of `absencesOf`.
    init(_ row: Row) throws {
        self.init(
            person: PersonID(try row.int64("person_id")),
            from: try row.day("from_on"),
            until: try row.day("until_on"),
            deputy: try row.int64OrNil("deputy_id").map(PersonID.init),
            reason: try row.textOrNil("reason"),
            endedAt: try row.instantOrNil("ended_at"))
    }
}
