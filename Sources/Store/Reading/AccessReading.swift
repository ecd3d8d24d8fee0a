import Casework
package import Engine
import Postgres
import WorkingTime

extension PostgresCaseStore {
    package func token(digest: [UInt8]) async throws -> TokenRecord? {
        try await read(.personByToken, .bytes(digest)).first.map { row in
            TokenRecord(
                person: PersonID(try row.int64(0)),
                expiresAt: Instant(microseconds: try row.timestamp(1)),
                isRevoked: try row.timestampOrNil(2) != nil)
        }
    }

    package func link(digest: [UInt8]) async throws -> LinkRecord? {
        try await read(.linkByDigest, .bytes(digest)).first.map { row in
            LinkRecord(
                issue: IssueID(try row.int64(0)), number: Int(try row.int32(1)),
                expiresAt: Instant(microseconds: try row.timestamp(2)))
        }
    }
}
