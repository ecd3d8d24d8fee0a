package import Casework
import Crypto
package import Postgres
package import WorkingTime

/// Keeps personal tokens: the person gets the token, the database its digest.
package struct TokenRegister: Sendable {
    /// What operators see of a token: never the token.
    package struct Entry: Sendable, Hashable {
        package let id: Int64
        package let login: String
        package let label: String
        package let issuedAt: Instant
        package let expiresAt: Instant
        /// It may lie ahead.
        package let revokedAt: Instant?
        package let lastUsedOn: CalendarDate?
    }

    private let connection: PostgresConnection
    private let queries: QueryCatalogue
    private let directory: Directory
    /// When persons enter and leave.
    private let now: Instant

    /// - Parameter now: what time it is for the directory, which may be simulated.
    package init(
        connection: PostgresConnection, queries: QueryCatalogue, directory: Directory, now: Instant
    ) {
        self.connection = connection
        self.queries = queries
        self.directory = directory
        self.now = now
    }

    /// - Returns: a token, `zq_` and 40 hexadecimal digits.
    /// - Throws: `TokenFault` where nobody in service has the login.
    package func issue(
        login: String, label: String, at issuedAt: Instant, until expiresAt: Instant
    ) async throws -> String {
        guard let person = directory.person(login: login) else { throw TokenFault.nobody(login) }
        guard !hasLeft(person) else { throw TokenFault.left(login) }
        let token = Self.random()
        _ = try await connection.query(
            queries.statement(
                .addToken, .bytes(Self.digest(of: token)), .int64(person.id.rawValue), .text(label),
                .timestamp(microseconds: issuedAt.microseconds),
                .timestamp(microseconds: expiresAt.microseconds)))
        return token
    }

    /// Lists tokens by person, those that ended too.
    ///
    /// - Parameter login: nil for everybody's.
    /// - Throws: `TokenFault` where nobody has the login.
    package func list(login: String? = nil) async throws -> [Entry] {
        if let login, directory.person(login: login) == nil { throw TokenFault.nobody(login) }
        return try await entries(.text(login), .int64(nil))
    }

    /// Ends one token, at once or at an instant ahead; what would end sooner stays.
    ///
    /// - Throws: `TokenFault` where there is none with the number.
    package func revoke(_ id: Int64, at instant: Instant) async throws -> Entry {
        let entry = try await entry(id)
        _ = try await connection.query(
            queries.statement(
                .revokeToken, .int64(id), .timestamp(microseconds: instant.microseconds)))
        return entry
    }

    /// Ends all of a person's tokens.
    ///
    /// - Returns: the numbers of those that would have lasted.
    /// - Throws: `TokenFault` where nobody has the login.
    package func revokeAll(of login: String, at instant: Instant) async throws -> [Int64] {
        guard directory.person(login: login) != nil else { throw TokenFault.nobody(login) }
        return try await connection.query(
            queries.statement(
                .revokeTokensOf, .text(login), .timestamp(microseconds: instant.microseconds))
        ).map { try $0.int64(0) }.sorted()
    }

    /// Makes a token in place of one that still lasts, for the same person under the same label.
    ///
    /// - Parameters:
    ///   - days: how long the new one lasts; nil: as long as the old one was made for.
    ///   - overlapInHours: how long the old one lasts beside it.
    /// - Throws: `TokenFault` where there is none with the number, or it has ended.
    package func rotate(
        _ id: Int64, at instant: Instant, days: Int?, overlapInHours: Int
    ) async throws -> (token: String, old: Entry) {
        let old = try await entry(id)
        guard state(of: old, at: instant) == .lasting else { throw TokenFault.ended(id) }
        let length = old.expiresAt.microseconds - old.issuedAt.microseconds
        let expiresAt =
            days.map { instant.adding(seconds: Int64($0) * 86400) }
            ?? Instant(microseconds: instant.microseconds + length)
        _ = try await connection.query(TransactionControl.begin)
        do {
            let token = try await issue(
                login: old.login, label: old.label, at: instant, until: expiresAt)
            _ = try await revoke(id, at: instant.adding(seconds: Int64(overlapInHours) * 3600))
            _ = try await connection.query(TransactionControl.commit)
            return (token, old)
        } catch {
            if connection.isUsable { _ = try await connection.query(TransactionControl.rollback) }
            throw error
        }
    }

    /// Says what a token is good for at an instant.
    package func state(of entry: Entry, at instant: Instant) -> TokenState {
        if let revokedAt = entry.revokedAt, revokedAt <= instant { return .revoked }
        if entry.expiresAt <= instant { return .expired }
        if let person = directory.person(login: entry.login), hasLeft(person) { return .left }
        return .lasting
    }

    private func hasLeft(_ person: Person) -> Bool { person.leftAt.map { $0 <= now } ?? false }

    private func entry(_ id: Int64) async throws -> Entry {
        guard let entry = try await entries(.text(nil), .int64(id)).first else {
            throw TokenFault.unknown(id)
        }
        return entry
    }

    private func entries(_ parameters: Parameter...) async throws -> [Entry] {
        try await connection.query(queries.statement(.tokens, parameters)).map { row in
            Entry(
                id: try row.int64(0), login: try row.text(1), label: try row.text(2),
                issuedAt: Instant(microseconds: try row.timestamp(3)),
                expiresAt: Instant(microseconds: try row.timestamp(4)),
                revokedAt: try row.timestampOrNil(5).map(Instant.init(microseconds:)),
                lastUsedOn: try row.dateOrNil(6).map { CalendarDate(dayNumber: Int64($0)) })
        }
    }

    package static func digest(of token: String) -> [UInt8] {
        Array(SHA256.hash(data: Array(token.utf8)))
    }

    private static func random() -> String {
        let key = SymmetricKey(size: .init(bitCount: 160))
        return "zq_" + key.withUnsafeBytes { Hexadecimal.text(Array($0)) }
    }
}
