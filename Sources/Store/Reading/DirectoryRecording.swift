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

    package func addAbsence(
        of person: PersonID, from: CalendarDate, until: CalendarDate, deputy: PersonID?,
        reason: String?, at now: Instant
    ) async throws {
        _ = try await read(
            .addAbsence, .int64(person.rawValue), .date(daysSince1970: Int32(from.dayNumber)),
            .date(daysSince1970: Int32(until.dayNumber)), .int64(deputy?.rawValue), .text(reason),
            .timestamp(microseconds: now.microseconds))
    }
}
