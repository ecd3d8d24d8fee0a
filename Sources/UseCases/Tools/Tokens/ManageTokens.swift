package import Casework
import Crypto
package import Store
import Workflow
package import WorkingTime

/// Keeps personal tokens: the person gets the token, the database its digest.
package struct ManageTokens: Sendable {
    private let records: TokenRecords
    private let directory: Directory
    /// When persons enter and leave.
    private let now: Instant

    /// - Parameter now: what time it is for the directory, which may be simulated.
    package init(_ records: TokenRecords, directory: Directory, now: Instant) {
        self.records = records
        self.directory = directory
        self.now = now
    }

    /// - Returns: a token, `zq_` and 40 hexadecimal digits.
    /// - Throws: `TokenFault` where nobody in service has the login.
    package func issue(
        login: String, label: String, at issuedAt: Instant, days: Int
    ) async throws -> String {
        try await issue(
            login: login, label: label, at: issuedAt,
            until: issuedAt.adding(seconds: Int64(days) * 86400), into: records)
    }

    /// Makes a token for each role of a demonstration.
    ///
    /// - Returns: the tokens by the names of the roles; empty where the directory is none.
    package func issueDemo(
        of document: DirectoryDocument, at issuedAt: Instant, days: Int
    ) async throws -> [String: String] {
        var tokens: [String: String] = [:]
        for (role, login) in document.demoTokens {
            tokens[role.rawValue] = try await issue(
                login: login, label: "demo", at: issuedAt, days: days)
        }
        return tokens
    }

    /// Lists tokens by person, those that ended too.
    ///
    /// - Parameter login: nil for everybody's.
    /// - Throws: `TokenFault` where nobody has the login.
    package func list(login: String? = nil) async throws -> [TokenEntry] {
        if let login, directory.person(login: login) == nil { throw TokenFault.nobody(login) }
        return try await records.list(of: login)
    }

    /// Ends one token, at once or at an instant ahead; what would end sooner stays.
    ///
    /// - Throws: `TokenFault` where there is none with the number.
    package func revoke(_ id: Int64, at instant: Instant) async throws -> TokenEntry {
        let entry = try await entry(id)
        try await records.revoke(id, at: instant)
        return entry
    }

    /// Ends all of a person's tokens.
    ///
    /// - Returns: the numbers of those that would have lasted.
    /// - Throws: `TokenFault` where nobody has the login.
    package func revokeAll(of login: String, at instant: Instant) async throws -> [Int64] {
        guard directory.person(login: login) != nil else { throw TokenFault.nobody(login) }
        return try await records.revokeAll(of: login, at: instant).sorted()
    }

    /// Makes a token in place of one that still lasts, for the same person under the same label.
    ///
    /// - Parameters:
    ///   - days: how long the new one lasts; nil: as long as the old one was made for.
    ///   - overlapInHours: how long the old one lasts beside it.
    /// - Throws: `TokenFault` where there is none with the number, or it has ended.
    package func rotate(
        _ id: Int64, at instant: Instant, days: Int?, overlapInHours: Int
    ) async throws -> (token: String, old: TokenEntry) {
        let old = try await entry(id)
        guard state(of: old, at: instant) == .lasting else { throw TokenFault.ended(id) }
        let length = old.expiresAt.microseconds - old.issuedAt.microseconds
        let expiresAt =
            days.map { instant.adding(seconds: Int64($0) * 86400) }
            ?? Instant(microseconds: instant.microseconds + length)
        return try await records.transaction { records in
            let token = try await issue(
                login: old.login, label: old.label, at: instant, until: expiresAt, into: records)
            try await records.revoke(
                id, at: instant.adding(seconds: Int64(overlapInHours) * 3600))
            return (token, old)
        }
    }

    /// Says what a token is good for at an instant.
    package func state(of entry: TokenEntry, at instant: Instant) -> TokenState {
        if let revokedAt = entry.revokedAt, revokedAt <= instant { return .revoked }
        if entry.expiresAt <= instant { return .expired }
        if let person = directory.person(login: entry.login), hasLeft(person) { return .left }
        return .lasting
    }

    private func issue(
        login: String, label: String, at issuedAt: Instant, until expiresAt: Instant,
        into records: TokenRecords
    ) async throws -> String {
        guard let person = directory.person(login: login) else { throw TokenFault.nobody(login) }
        guard !hasLeft(person) else { throw TokenFault.left(login) }
        let token = Self.random()
        try await records.add(
            digest: Array(SHA256.hash(data: Array(token.utf8))), of: person.id, label: label,
            at: issuedAt, until: expiresAt)
        return token
    }

    private func hasLeft(_ person: Person) -> Bool { person.leftAt.map { $0 <= now } ?? false }

    private func entry(_ id: Int64) async throws -> TokenEntry {
        guard let entry = try await records.entry(id) else { throw TokenFault.unknown(id) }
        return entry
    }

    private static func random() -> String {
        let key = SymmetricKey(size: .init(bitCount: 160))
        return "zq_" + key.withUnsafeBytes { Hexadecimal.text(Array($0)) }
    }
}
