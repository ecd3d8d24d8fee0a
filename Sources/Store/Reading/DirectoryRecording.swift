package import Casework
package import Engine
import Postgres
package import WorkingTime

extension PostgresCaseStore: DirectoryRecords {
    package func addVisit(
        by person: PersonID, to enterprise: EnterpriseID, on date: CalendarDate, note: String?,
        at now: Instant, under key: RequestKey? = nil
    ) async throws -> Answered<Int64>? {
        let adding = queries.statement(
            .addVisit, .int64(person.rawValue), .int64(enterprise.rawValue),
            .date(daysSince1970: Int32(date.dayNumber)), .text(note),
            .timestamp(microseconds: now.microseconds))
        return try await once(key) { try await $0.query(adding).first?.int64(0) }
    }

    package func visits(
        by person: PersonID?, to enterprise: EnterpriseID?, after: Int64, limit: Int
    ) async throws -> [Visit] {
        try await search(
            .visits,
            [
                .int64(person?.rawValue), .int64(enterprise?.rawValue), .int64(after),
                .int32(Int32(limit)),
            ]
        ).map { row in
            Visit(
                id: try row.int64(0), person: PersonID(try row.int64(1)),
                enterprise: EnterpriseID(try row.int64(2)),
                on: CalendarDate(dayNumber: Int64(try row.date(3))), note: try row.textOrNil(4))
        }
    }

    package func put(
        _ absence: NotedAbsence, by author: PersonID, at now: Instant, under key: RequestKey?
    ) async throws -> Answered<Bool>? {
        let putting = queries.statement(
            .addAbsence, .int64(absence.person.rawValue),
            .date(daysSince1970: Int32(absence.from.dayNumber)),
            .date(daysSince1970: Int32(absence.until.dayNumber)),
            .int64(absence.deputy?.rawValue), .text(absence.reason),
            .timestamp(microseconds: now.microseconds), .int64(author.rawValue))
        return try await once(key) { try await $0.query(putting).first.map { _ in true } }
    }

    package func absences(
        of persons: [PersonID], orWithDeputy deputy: PersonID, endingFrom day: CalendarDate
    ) async throws -> [NotedAbsence] {
        try await read(
            .absencesOf, .int64s(persons.map(\.rawValue)), .int64(deputy.rawValue),
            .date(daysSince1970: Int32(day.dayNumber))
        ).map(NotedAbsence.init)
    }

    package func end(
        _ absence: NotedAbsence, by author: PersonID, at now: Instant, under key: RequestKey?
    ) async throws -> Answered<Bool>? {
        let ending = queries.statement(
            .endAbsence, .int64(absence.person.rawValue),
            .date(daysSince1970: Int32(absence.from.dayNumber)),
            .timestamp(microseconds: now.microseconds), .int64(author.rawValue))
        return try await once(key) { try await $0.query(ending).first.map { _ in true } }
    }
}

extension NotedAbsence {
    /// - Parameter row: of `absencesOf`.
    init(_ row: Row) throws {
        self.init(
            person: PersonID(try row.int64(0)),
            from: CalendarDate(dayNumber: Int64(try row.date(1))),
            until: CalendarDate(dayNumber: Int64(try row.date(2))),
            deputy: try row.int64OrNil(3).map(PersonID.init), reason: try row.textOrNil(4),
            endedAt: try row.timestampOrNil(5).map(Instant.init(microseconds:)))
    }
}
