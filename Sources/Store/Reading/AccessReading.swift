import Casework
package import Engine
import Postgres
package import WorkingTime

extension PostgresCaseStore {
    package func token(digest: [UInt8]) async throws -> TokenRecord? {
        try await read(.personByToken, .bytes(digest)).first.map { row in
            TokenRecord(
                id: try row.int64(0), person: PersonID(try row.int64(1)),
                expiresAt: Instant(microseconds: try row.timestamp(2)),
                revokedAt: try row.timestampOrNil(3).map(Instant.init(microseconds:)),
                lastUsedOn: try row.dateOrNil(4).map { CalendarDate(dayNumber: Int64($0)) })
        }
    }

    /// Notes that tokens let somebody in on a day; what is noted already is not written again.
    package func noteTokenUses(_ digests: [[UInt8]], on day: CalendarDate) async throws {
        _ = try await read(
            .noteTokenUses, .byteas(digests), .date(daysSince1970: Int32(day.dayNumber)))
    }

    package func link(digest: [UInt8]) async throws -> LinkRecord? {
        try await read(.linkByDigest, .bytes(digest)).first.map { row in
            LinkRecord(
                issue: IssueID(try row.int64(0)), number: Int(try row.int32(1)),
                expiresAt: Instant(microseconds: try row.timestamp(2)))
        }
    }
}
