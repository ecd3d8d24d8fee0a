import Postgres
import Testing

@Suite("Arrays come back as they were bound")
struct ArrayRoundTripTests {
    @Test("arrays of every type")
    func full() async throws {
        let connection = try await TestDatabase.open()
        let row = try await connection.row(
            "SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9",
            .int16s([1, -2] as [Int16]), .int32s([3, .min] as [Int32]),
            .int64s([5, .max] as [Int64]), .doubles([0.5, .infinity]), .bools([true, false]),
            .texts(["甲", ""]), .byteas([[0, 1], []]), .timestamps([0, Int64.max]),
            .jsons([Array("[ 1 ]".utf8)]))
        #expect(try row.int16s(0) == [1, -2])
        #expect(try row.int32s(1) == [3, .min])
        #expect(try row.int64s(2) == [5, .max])
        #expect(try row.doubles(3) == [0.5, .infinity])
        #expect(try row.bools(4) == [true, false])
        #expect(try row.texts(5) == ["甲", ""])
        #expect(try row.bytesArray(6) == [[0, 1], []])
        #expect(try row.timestamps(7) == [0, .max])
        #expect(try row.jsons(8) == [Array("[ 1 ]".utf8)])
        await connection.close()
    }

    @Test("arrays with NULL elements")
    func nullElements() async throws {
        let connection = try await TestDatabase.open()
        let row = try await connection.row(
            "SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9",
            .int16s([1, nil] as [Int16?]), .int32s([nil, 2] as [Int32?]),
            .int64s([nil] as [Int64?]), .doubles([nil, 1.5] as [Double?]),
            .bools([true, nil] as [Bool?]), .texts(["a", nil, ""] as [String?]),
            .byteas([nil, [7]] as [[UInt8]?]), .timestamps([nil, 1] as [Int64?]),
            .jsons([nil, [0x31]] as [[UInt8]?]))
        #expect(try row.nullableInt16s(0) == [1, nil])
        #expect(try row.nullableInt32s(1) == [nil, 2])
        #expect(try row.nullableInt64s(2) == [nil])
        #expect(try row.nullableDoubles(3) == [nil, 1.5])
        #expect(try row.nullableBools(4) == [true, nil])
        #expect(try row.nullableTexts(5) == ["a", nil, ""])
        #expect(try row.nullableBytesArray(6) == [nil, [7]])
        #expect(try row.nullableTimestamps(7) == [nil, 1])
        #expect(try row.nullableJsons(8) == [nil, [0x31]])
        await connection.close()
    }

    @Test("a NULL element does not pass for a value")
    func unexpectedNull() async throws {
        let connection = try await TestDatabase.open()
        let row = try await connection.row("SELECT $1", .int64s([1, nil] as [Int64?]))
        #expect(throws: PostgresError.self) { try row.int64s(0) }
        await connection.close()
    }

    @Test("empty arrays, and arrays that are NULL")
    func empty() async throws {
        let connection = try await TestDatabase.open()
        let row = try await connection.row(
            "SELECT $1, $2, cardinality($1), NULL::bigint[], NULL::text[]",
            .int64s([] as [Int64]), .texts([] as [String]))
        #expect(try row.int64s(0) == [])
        #expect(try row.texts(1) == [])
        #expect(try row.int32(2) == 0)
        #expect(try row.int64sOrNil(3) == nil)
        #expect(try row.textsOrNil(4) == nil)
        await connection.close()
    }

    @Test("a batch of arrays unnests into rows")
    func unnest() async throws {
        let connection = try await TestDatabase.open()
        let ids = Array(Int64(1)...1000)
        let rows = try await connection.query(
            "SELECT * FROM unnest($1::bigint[], $2::text[])", .int64s(ids),
            .texts(ids.map { "第\($0)号" }))
        #expect(try rows.map { row in try row.int64(0) } == ids)
        #expect(try rows[999].text(1) == "第1000号")
        await connection.close()
    }

    @Test("an array of two dimensions is refused")
    func twoDimensions() async throws {
        let connection = try await TestDatabase.open()
        let row = try await connection.row("SELECT ARRAY[[1, 2], [3, 4]]")
        #expect(throws: PostgresError.self) { try row.int32s(0) }
        await connection.close()
    }
}
