import Postgres
import Testing

@Suite("Rows say when a value is not what was expected")
struct RowTests {
    @Test("narrow integers widen")
    func widening() async throws {
        let connection = try await TestDatabase.open()
        let row = try await connection.row("SELECT 1::int2, 2::int4, 3::int8, 0.5::float4")
        #expect(try (0...2).map { column in try row.int64(.at(column)) } == [1, 2, 3])
        #expect(try row.int32(0) == 1)
        #expect(try row.double(3) == 0.5)
        await connection.close()
    }

    @Test("wide integers do not narrow, and types do not mix")
    func mismatches() async throws {
        let connection = try await TestDatabase.open()
        let row = try await connection.row("SELECT 3::int8 AS wide, 'x'::text AS words")
        #expect(throws: PostgresError.self) { try row.int32(0) }
        #expect(throws: PostgresError.self) { try row.text(0) }
        #expect(throws: PostgresError.self) { try row.timestamp(0) }
        #expect(throws: PostgresError.self) { try row.int64(1) }
        #expect(throws: PostgresError.self) { try row.json(1) }
        #expect(throws: PostgresError.self) { try row.bytes(1) }
        await connection.close()
    }

    @Test("a missing column and a NULL are named in the error, values are not")
    func messages() async throws {
        let connection = try await TestDatabase.open()
        let rows = try await connection.query(
            Statement(name: "probe", sql: "SELECT NULL::int8 AS due, 'secret'", parameters: []))
        #expect(
            throws: PostgresError.decoding(
                "probe, column 0 (due, type 20): wanted a value instead of NULL")
        ) { try rows[0].int64(0) }
        #expect(throws: PostgresError.decoding("probe, column 2 (missing, type 0): wanted text")) {
            try rows[0].text(2)
        }
        #expect(
            throws: PostgresError.decoding("probe, column 1 (?column?, type 25): wanted bool")
        ) { try rows[0].bool(1) }
        await connection.close()
    }

    @Test("a column is read by its name, and a name that is missing is named in the error")
    func names() async throws {
        let connection = try await TestDatabase.open()
        let rows = try await connection.query(
            Statement(
                name: "probe", sql: "SELECT 2::int8 AS id, 'x'::text AS words, NULL::int4 AS due",
                parameters: []))
        #expect(try rows[0].int64("id") == 2)
        #expect(try rows[0].text("words") == "x")
        #expect(try rows[0].int32OrNil("due") == nil)
        #expect(rows[0].isNull("due") && !rows[0].isNull("id"))
        #expect(
            throws: PostgresError.decoding(
                "probe, column due (type 23): wanted a value instead of NULL")
        ) { try rows[0].int32("due") }
        #expect(throws: PostgresError.decoding("probe, column ID (missing, type 0): wanted int8")) {
            try rows[0].int64("ID")
        }
        #expect(throws: PostgresError.decoding("probe, column id (type 20): wanted text")) {
            try rows[0].text("id")
        }
        await connection.close()
    }

    @Test("rows outlive their connection")
    func lifetime() async throws {
        let connection = try await TestDatabase.open()
        let rows = try await connection.query("SELECT n FROM generate_series(1, 5) AS n")
        await connection.close()
        #expect(try rows.map { row in try row.int32(0) } == [1, 2, 3, 4, 5])
        #expect(rows.columnNames == ["n"])
        #expect(rows.columnTypeOID(0) == 23)
        #expect(rows[2].withBytes(0) { $0.map(Array.init) } == [0, 0, 0, 3])
    }

    @Test("written rows are counted")
    func affected() async throws {
        let connection = try await TestDatabase.open()
        try await connection.execute(script: "CREATE TEMP TABLE item (n int)")
        let inserted = try await connection.query("INSERT INTO item VALUES (1), (2), (3)")
        let deleted = try await connection.query("DELETE FROM item WHERE n > $1", .int32(1))
        #expect(inserted.affectedCount == 3)
        #expect(deleted.affectedCount == 2)
        #expect(inserted.isEmpty)
        await connection.close()
    }
}
