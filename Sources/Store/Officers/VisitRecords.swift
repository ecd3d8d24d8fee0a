package import Casework
package import Engine
import Postgres
package import WorkingTime

/// Keeps the visits that officers note. Term: 走访.
package struct VisitRecords: Sendable {
    let database: Database

    /// - Returns: the visit's id; nil where that day's visit to the enterprise was noted already.
    package func add(
        by person: PersonID, to enterprise: EnterpriseID, on date: CalendarDate, note: String?,
        at now: Instant, under key: RequestKey? = nil
    ) async throws -> Answered<Int64>? {
        let adding = database.queries.statement(
            .addVisit, .int64(person.rawValue), .int64(enterprise.rawValue),
            .date(daysSince1970: Int32(date.dayNumber)), .text(note),
            .timestamp(microseconds: now.microseconds))
        return try await RequestRecords(database: database).once(key) {
            try await $0.query(adding).first?.int64("id")
        }
    }

    /// Lists visits, ordered by id, after one.
    package func list(
        by person: PersonID?, to enterprise: EnterpriseID?, after: Int64, limit: Int
    ) async throws -> [Visit] {
        try await database.search(
            .visits,
            [
                .int64(person?.rawValue), .int64(enterprise?.rawValue), .int64(after),
                .int32(Int32(limit)),
            ]
        ).map { row in
            Visit(
                id: try row.int64("id"), person: PersonID(try row.int64("person_id")),
                enterprise: EnterpriseID(try row.int64("enterprise_id")),
                on: try row.day("visited_on"), note: try row.textOrNil("note"))
        }
    }
}
