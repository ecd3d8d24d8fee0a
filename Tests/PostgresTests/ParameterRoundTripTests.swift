import Postgres
import Testing

@Suite("Values come back as they were bound")
struct ParameterRoundTripTests {
    @Test("integers, doubles and booleans")
    func numbers() async throws {
        let connection = try await TestDatabase.open()
        let row = try await connection.row(
            "SELECT $1, $2, $3, $4, $5, $6",
            .int16(.min), .int32(.min), .int64(.max), .double(-0.1), .bool(true), .bool(false))
        #expect(try row.int16(0) == .min)
        #expect(try row.int32(1) == .min)
        #expect(try row.int64(2) == .max)
        #expect(try row.double(3) == -0.1)
        #expect(try row.bool(4))
        #expect(try !row.bool(5))
        await connection.close()
    }

    @Test("text, bytes and JSON, empty ones too")
    func byteStrings() async throws {
        let connection = try await TestDatabase.open()
        let bytes: [UInt8] = [0, 255, 1]
        let json = Array(#"{"b": 1,  "a": 1}"#.utf8)
        let row = try await connection.row(
            "SELECT $1, $2, $3, $4, $5, $6",
            .text("逾期督办 🕰️"), .text(""), .bytes(bytes), .bytes([]), .json(json), .jsonb(json))
        #expect(try row.text(0) == "逾期督办 🕰️")
        #expect(try row.text(1) == "")
        #expect(try row.bytes(2) == bytes)
        #expect(try row.bytes(3) == [])
        #expect(try row.json(4) == json)
        #expect(try row.json(5) == Array(#"{"a": 1, "b": 1}"#.utf8))
        await connection.close()
    }

    @Test("instants and dates mean the same to the server")
    func time() async throws {
        let connection = try await TestDatabase.open()
        let row = try await connection.row(
            """
            SELECT $1, $1 = '2026-03-04 05:06:07.000008Z', $2, $2 = '1969-12-31',
                timestamptz '1900-01-01 00:00:00Z'
            """,
            .timestamp(microseconds: 1_772_600_767_000_008), .date(daysSince1970: -1))
        #expect(try row.timestamp(0) == 1_772_600_767_000_008)
        #expect(try row.bool(1))
        #expect(try row.date(2) == -1)
        #expect(try row.bool(3))
        #expect(try row.timestamp(4) == -2_208_988_800_000_000)
        await connection.close()
    }

    @Test("the ends of the range are infinity")
    func infinity() async throws {
        let connection = try await TestDatabase.open()
        let row = try await connection.row(
            """
            SELECT $1, $1 = 'infinity', $2, $2 = '-infinity', $3, $3 = 'infinity',
                $4, $4 = '-infinity'
            """,
            .timestamp(microseconds: .max), .timestamp(microseconds: .min),
            .date(daysSince1970: .max), .date(daysSince1970: .min))
        #expect(try row.timestamp(0) == .max)
        #expect(try row.timestamp(2) == .min)
        #expect(try row.date(4) == .max)
        #expect(try row.date(6) == .min)
        for column in [1, 3, 5, 7] {
            #expect(try row.bool(.at(column)))
        }
        await connection.close()
    }

    @Test("an instant out of the server's range is refused, not wrapped")
    func outOfRange() async throws {
        let connection = try await TestDatabase.open()
        let error = try await errorThrown {
            _ = try await connection.query("SELECT $1", .timestamp(microseconds: .min + 1))
        }
        #expect(error.sqlState == "22008")
        await connection.close()
    }

    @Test("NULL of every type")
    func nulls() async throws {
        let connection = try await TestDatabase.open()
        let row = try await connection.row(
            "SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11",
            .int16(nil), .int32(nil), .int64(nil), .double(nil), .bool(nil), .text(nil),
            .bytes(nil), .timestamp(microseconds: nil), .json(nil), .jsonb(nil),
            .date(daysSince1970: nil))
        #expect(try row.int16OrNil(0) == nil)
        #expect(try row.int32OrNil(1) == nil)
        #expect(try row.int64OrNil(2) == nil)
        #expect(try row.doubleOrNil(3) == nil)
        #expect(try row.boolOrNil(4) == nil)
        #expect(try row.textOrNil(5) == nil)
        #expect(try row.bytesOrNil(6) == nil)
        #expect(try row.timestampOrNil(7) == nil)
        #expect(try row.jsonOrNil(8) == nil)
        #expect(try row.jsonOrNil(9) == nil)
        #expect(try row.dateOrNil(10) == nil)
        #expect((0...10).allSatisfy { row.isNull(.at($0)) })
        await connection.close()
    }

    @Test("large texts pass both ways in one pipeline without a deadlock")
    func largeTexts() async throws {
        let connection = try await TestDatabase.open()
        let text = String(repeating: "办结时限", count: 5_000_000 / 12)
        let echo = Statement(name: "echo", sql: "SELECT $1", parameters: [.text(text)])
        let answers = try await connection.run([echo, echo, echo, echo])
        for answer in answers {
            #expect(try answer[0].text(0) == text)
        }
        let small = try await connection.query("SELECT $1", .text("小"))
        #expect(try small[0].text(0) == "小")
        await connection.close()
    }
}
