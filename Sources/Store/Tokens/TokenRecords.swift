package import Casework
import Postgres
package import WorkingTime

/// What operators see of a token: never the token.
package struct TokenEntry: Sendable, Hashable {
    package let id: Int64
    package let login: String
    package let label: String
    package let issuedAt: Instant
    package let expiresAt: Instant
    /// It may lie ahead.
    package let revokedAt: Instant?
    package let lastUsedOn: CalendarDate?
}

/// Keeps the digests of personal tokens.
package struct TokenRecords: Sendable {
    private let statements: NamedStatements

    package init(_ statements: NamedStatements) { self.statements = statements }

    package func add(
        digest: [UInt8], of person: PersonID, label: String, at issuedAt: Instant,
        until expiresAt: Instant
    ) async throws {
        _ = try await statements.rows(
            .addToken, .bytes(digest), .int64(person.rawValue), .text(label),
            .timestamp(microseconds: issuedAt.microseconds),
            .timestamp(microseconds: expiresAt.microseconds))
    }

    /// Lists tokens by person, those that ended too.
    ///
    /// - Parameter login: nil for everybody's.
    package func list(of login: String?) async throws -> [TokenEntry] {
        try await entries(login, nil)
    }

    package func entry(_ id: Int64) async throws -> TokenEntry? {
        try await entries(nil, id).first
    }

    /// Ends one token, at once or at an instant ahead; what would end sooner stays.
    package func revoke(_ id: Int64, at instant: Instant) async throws {
        _ = try await statements.rows(
            .revokeToken, .int64(id), .timestamp(microseconds: instant.microseconds))
    }

    /// Ends all of a person's tokens.
    ///
    /// - Returns: the numbers of those that would have lasted.
    package func revokeAll(of login: String, at instant: Instant) async throws -> [Int64] {
        try await statements.rows(
            .revokeTokensOf, .text(login), .timestamp(microseconds: instant.microseconds)
        ).map { try $0.int64("id") }
    }

    /// Runs a body whose changes come together, or not at all.
    package func transaction<Value: Sendable>(
        _ body: @Sendable (TokenRecords) async throws -> Value
    ) async throws -> Value {
        let queries = statements.queries
        return try await statements.transaction { connection in
            let value = try await body(TokenRecords(NamedStatements(over: connection, queries)))
            return (.kept, value)
        }
    }

    private func entries(_ login: String?, _ id: Int64?) async throws -> [TokenEntry] {
        try await statements.rows(.tokens, .text(login), .int64(id)).map { row in
            TokenEntry(
                id: try row.int64("id"), login: try row.text("login"),
                label: try row.text("label"),
                issuedAt: try row.instant("issued_at"),
                expiresAt: try row.instant("expires_at"),
                revokedAt: try row.instantOrNil("revoked_at"),
                lastUsedOn: try row.dayOrNil("last_used_on"))
        }
    }
}
