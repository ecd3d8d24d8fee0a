import Casework
import Crypto
package import Postgres
package import WorkingTime

/// Makes personal tokens: the person gets the token, the database its digest.
package struct TokenIssuer: Sendable {
    private let connection: PostgresConnection
    private let queries: QueryCatalogue

    package init(connection: PostgresConnection, queries: QueryCatalogue) {
        self.connection = connection
        self.queries = queries
    }

    /// - Returns: a token, `zq_` and 40 hexadecimal digits.
    /// - Throws: `WorldFault` where nobody has the login.
    package func issue(login: String, label: String, at now: Instant, days: Int) async throws
        -> String
    {
        let persons = try await connection.query(queries.statement(.persons))
        guard let person = try persons.first(where: { try $0.text(1) == login }) else {
            throw WorldFault("nobody in the directory has the login \(login)")
        }
        let token = Self.random()
        _ = try await connection.query(
            queries.statement(
                .addToken, .bytes(Self.digest(of: token)), .int64(try person.int64(0)),
                .text(label), .timestamp(microseconds: now.microseconds),
                .timestamp(microseconds: now.adding(seconds: Int64(days) * 86400).microseconds)))
        return token
    }

    package static func digest(of token: String) -> [UInt8] {
        Array(SHA256.hash(data: Array(token.utf8)))
    }

    private static func random() -> String {
        let key = SymmetricKey(size: .init(bitCount: 160))
        return "zq_" + key.withUnsafeBytes { Hexadecimal.text(Array($0)) }
    }
}
