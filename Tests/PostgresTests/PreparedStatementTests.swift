import Postgres
import Testing

@Suite("Prepared statements")
struct PreparedStatementTests {
    private let double = Statement(name: "double", sql: "SELECT $1 * 2", parameters: [.int32(21)])

    private func preparedNames(_ connection: PostgresConnection) async throws -> [String] {
        try await connection.query("SELECT name FROM pg_prepared_statements ORDER BY name")
            .map { row in try row.text(0) }
    }

    @Test("a named statement is prepared once and reused")
    func reuse() async throws {
        let connection = try await TestDatabase.open()
        for _ in 1...3 {
            let answers = try await connection.run([double, double])
            #expect(try answers[1][0].int32(0) == 42)
        }
        #expect(try await preparedNames(connection) == ["double"])
        let plans = try await connection.row(
            "SELECT generic_plans + custom_plans FROM pg_prepared_statements")
        #expect(try plans.int64(0) == 6)
        await connection.close()
    }

    @Test("a statement skipped after an error is prepared at its next use")
    func preparedAfterSkip() async throws {
        let connection = try await TestDatabase.open()
        let failing = Statement(name: "failing", sql: "SELECT 1 / $1", parameters: [.int32(0)])
        let unknown = Statement(name: "unknown", sql: "SELECT nothing", parameters: [])
        for _ in 1...2 {
            let error = try await errorThrown {
                _ = try await connection.run([failing, double])
            }
            #expect(error.serverError?.statementName == "failing")
        }
        let error = try await errorThrown { _ = try await connection.run([unknown, double]) }
        #expect(error.sqlState == "42703")
        #expect(try await preparedNames(connection) == ["failing"])
        #expect(try await connection.query(double)[0].int32(0) == 42)
        #expect(try await preparedNames(connection) == ["double", "failing"])
        await connection.close()
    }

    @Test("a statement deallocated by a script is prepared again")
    func deallocated() async throws {
        let connection = try await TestDatabase.open()
        _ = try await connection.query(double)
        try await connection.execute(script: "DEALLOCATE ALL")
        let error = try await errorThrown { _ = try await connection.query(double) }
        #expect(error.sqlState == "26000")
        #expect(try await connection.query(double)[0].int32(0) == 42)
        await connection.close()
    }

    @Test("a second text under the same name is never run as the first")
    func twoTexts() async throws {
        let connection = try await TestDatabase.open()
        _ = try await connection.query(double)
        let other = Statement(name: "double", sql: "SELECT $1 * 3", parameters: [.int32(1)])
        let error = try await errorThrown { _ = try await connection.query(other) }
        #expect(error.sqlState == "42P05")
        await connection.close()
    }

    @Test("a description names the types and leaves nothing prepared")
    func description() async throws {
        let connection = try await TestDatabase.open()
        let description = try await connection.describe(
            name: "probe", sql: "SELECT $1::int8 AS id, $2::text[] AS words, now() AS at")
        #expect(description.parameterOIDs == [20, 1009])
        #expect(description.columns.map(\.name) == ["id", "words", "at"])
        #expect(description.columns.map(\.oid) == [20, 1009, 1184])
        #expect(try await preparedNames(connection) == [])
        let error = try await errorThrown {
            _ = try await connection.describe(name: "probe", sql: "SELECT nothing")
        }
        #expect(error.serverError?.statementName == "probe")
        let command = try await connection.describe(name: "command", sql: "BEGIN")
        #expect(command.columns.isEmpty)
        await connection.close()
    }
}
