import Casework
package import Engine
import JSON
import Postgres
import WorkingTime

/// Keeps what came of requests under their keys, for those whose writes can be repeated without harm:
/// other writes keep it in their own transaction.
package struct RequestRecords: Sendable {
    let database: Database

    private var queries: QueryCatalogue { database.queries }

    /// - Throws: `Refusal.keyReused` where the key was used for another request.
    package func kept<Value: Codable & Sendable>(
        _ type: Value.Type, under key: RequestKey
    ) async throws -> Value? {
        try await converting {
            try await database.pool.withConnection { try await kept(type, under: key, $0) }
        }
    }

    package func keep<Value: Codable & Sendable>(
        _ value: Value, under key: RequestKey
    ) async throws {
        try await converting {
            try await database.pool.withConnection { connection in
                _ = try await connection.query(keeping(value, under: key))
            }
        }
    }

    /// Carries out a write and notes what came of it, in one transaction; under a key that was used
    /// before it answers what came of it then.
    ///
    /// - Parameter write: nil where nothing is to be written after all: then nothing is kept. It may be
    ///   run twice.
    /// - Throws: `Refusal.keyReused` where the key was used for another request.
    func once<Value: Codable & Sendable>(
        _ key: RequestKey?, _ write: @Sendable (PostgresConnection) async throws -> Value?
    ) async throws -> Answered<Value>? {
        try await converting {
            try await untangling {
                try await database.pool.withConnection { try await once(key, write, over: $0) }
            }
        }
    }

    private func once<Value: Codable & Sendable>(
        _ key: RequestKey?, _ write: @Sendable (PostgresConnection) async throws -> Value?,
        over connection: PostgresConnection
    ) async throws -> Answered<Value>? {
        _ = try await connection.run([TransactionControl.begin])
        do {
            let answered = try await inTransaction(key, write, connection)
            _ = try await connection.run([
                answered == nil ? TransactionControl.rollback : TransactionControl.commit
            ])
            return answered
        } catch let refusal as Refusal {
            _ = try await connection.run([TransactionControl.rollback])
            throw refusal
        }
    }

    private func inTransaction<Value: Codable & Sendable>(
        _ key: RequestKey?, _ write: @Sendable (PostgresConnection) async throws -> Value?,
        _ connection: PostgresConnection
    ) async throws -> Answered<Value>? {
        if let key {
            // Who comes second waits here, and reads what the first has committed.
            _ = try await connection.query(
                queries.statement(
                    .lockRequest, .int64(key.person.rawValue), .bytes(key.key.bytes)))
            if let value = try await kept(Value.self, under: key, connection) {
                return Answered(value, isReplay: true)
            }
        }
        guard let value = try await write(connection) else { return nil }
        if let key { _ = try await connection.query(keeping(value, under: key)) }
        return Answered(value, isReplay: false)
    }

    private func kept<Value: Codable & Sendable>(
        _ type: Value.Type, under key: RequestKey, _ connection: PostgresConnection
    ) async throws -> Value? {
        let rows = try await connection.query(
            queries.statement(.keptRequest, .int64(key.person.rawValue), .bytes(key.key.bytes)))
        guard let row = rows.first else { return nil }
        guard try row.bytes("request_digest") == key.requestDigest else { throw Refusal.keyReused }
        return try JSONText.decode(type, from: Array(try row.text("result").utf8))
    }

    private func keeping<Value: Codable & Sendable>(
        _ value: Value, under key: RequestKey
    ) throws -> Statement {
        queries.statement(
            .keepRequest, .int64(key.person.rawValue), .bytes(key.key.bytes),
            .bytes(key.requestDigest),
            .text(String(decoding: try JSONText.encode(value), as: UTF8.self)),
            .timestamp(microseconds: key.receivedAt.microseconds))
    }
}
