import Casework
package import Engine
import Postgres
package import WorkingTime

/// Reads by what somebody comes in, and whether the store answers at all.
package struct AccessRecords: Sendable {
    let database: Database

    package func token(digest: [UInt8]) async throws -> TokenRecord? {
        try await database.read(.personByToken, .bytes(digest)).first.map { row in
            TokenRecord(
                id: try row.int64("id"), person: PersonID(try row.int64("person_id")),
                expiresAt: try row.instant("expires_at"),
                revokedAt: try row.instantOrNil("revoked_at"),
                lastUsedOn: try row.dayOrNil("last_used_on"))
        }
    }

    /// Notes that tokens let somebody in on a day; what is noted already is not written again.
    package func noteTokenUses(_ digests: [[UInt8]], on day: CalendarDate) async throws {
        _ = try await database.read(
            .noteTokenUses, .byteas(digests), .date(daysSince1970: Int32(day.dayNumber)))
    }

    package func link(digest: [UInt8]) async throws -> LinkRecord? {
        try await database.read(.linkByDigest, .bytes(digest)).first.map { row in
            LinkRecord(
                issue: IssueID(try row.int64("issue_id")), number: Int(try row.int32("number")),
                expiresAt: try row.instant("expires_at"))
        }
    }

    /// Asks whether the store answers at all.
    package func ping() async throws {
        _ = try await database.read(.nextAlarm)
    }
}
