import Foundation
import Testing

@testable import WorkingTime

@Suite("A text")
struct TextTests {
    @Test(
        "of a time limit gives itself back",
        arguments: [
            "4h", "30min", "90s", "7wd", "0wd", "7wd@sameTime", "24ch", "45cmin", "5cs", "10d",
            "1mo",
        ])
    func limits(text: String) throws {
        #expect(try TimeLimit(text).description == text)
        #expect(try roundTrip(TimeLimit(text)) == TimeLimit(text))
    }

    @Test(
        "of a time limit is refused when malformed",
        arguments: ["", "7", "wd", "-1h", "1.5h", "1 h", "7WD", "+1h"])
    func badLimits(text: String) {
        #expect(throws: WorkingTimeRefusal.self) { try TimeLimit(text) }
    }

    @Test("of an offset gives itself back", arguments: ["+3wd", "-7wd", "+4ch", "0wd", "-30min"])
    func offsets(text: String) throws {
        #expect(try MarkOffset(text).description == text)
        #expect(try roundTrip(MarkOffset(text)) == MarkOffset(text))
    }

    @Test("of an offset needs a sign", arguments: ["3wd", "+-3wd", "", "+", "3"])
    func badOffsets(text: String) {
        #expect(throws: WorkingTimeRefusal.self) { try MarkOffset(text) }
    }

    @Test(
        "of an instant is read with its offset",
        arguments: [
            ("2026-10-09T17:30:00+08:00", "2026-10-09T09:30:00Z"),
            ("2026-10-09T09:30:00.500Z", "2026-10-09T09:30:00.5Z"),
            ("1969-12-31T23:59:59.999999Z", "1969-12-31T23:59:59.999999Z"),
            ("2024-02-29T00:00:00-03:30", "2024-02-29T03:30:00Z"),
            ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z"),
            ("9999-12-31T23:59:59.999999Z", "9999-12-31T23:59:59.999999Z"),
        ])
    func instants(text: String, utc: String) throws {
        #expect(try "\(Instant(rfc3339: text))" == utc)
        #expect(try roundTrip(Instant(rfc3339: text)) == Instant(rfc3339: utc))
    }

    @Test(
        "of an instant is refused when it names none",
        arguments: [
            "2026-10-09T17:30:00", "2026-10-09T17:30:60Z", "2026-02-29T00:00:00Z",
            "2026-10-09T24:00:00Z", "2026-10-09", "2026-10-09T17:30:00.Z", "2026-10-09T17:30Z",
            "2026-10-09T17:30:00.1234567Z", "2026-10-09T17:30:00+8:00", "0000-01-01T00:00:00Z",
            "2026-10-09T17:30:00+24:00", "", "２０２６-10-09T17:30:00Z", "2026-10-09T17:30:00Z ",
        ])
    func badInstants(text: String) {
        #expect(throws: WorkingTimeRefusal.self) { try Instant(rfc3339: text) }
    }

    @Test("of an instant carries the zone's offset")
    func zones() throws {
        let at = try Instant(rfc3339: "2026-07-01T00:00:00Z")
        for (zone, text) in [
            ("Asia/Shanghai", "2026-07-01T08:00:00+08:00"),
            ("America/St_Johns", "2026-06-30T21:30:00-02:30"),
            ("UTC", "2026-07-01T00:00:00+00:00"),
        ] {
            #expect(at.rfc3339(in: try ZoneTable(identifier: zone)) == text)
        }
    }

    @Test(
        "of a wall time is read in a zone when it has no offset",
        arguments: [
            ("2026-10-25T02:30:00", "2026-10-25T00:30:00Z"),
            ("2026-03-29T02:30:00", "2026-03-29T01:00:00Z"),
            ("2026-03-29", "2026-03-28T23:00:00Z"),
            ("2026-03-29T02:30:00Z", "2026-03-29T02:30:00Z"),
        ])
    func wallTimes(text: String, utc: String) throws {
        let berlin = try ZoneTable(identifier: "Europe/Berlin")
        #expect(try Instant(text, in: berlin).description == utc)
        #expect(throws: WorkingTimeRefusal.self) { try Instant(text + "x", in: berlin) }
    }

    @Test("of an instant outside the years 1 to 9999 is not written")
    func unwritable() throws {
        #expect(throws: EncodingError.self) { try JSONEncoder().encode(Instant.distantFuture) }
        #expect(throws: EncodingError.self) { try JSONEncoder().encode(Instant.distantPast) }
    }

    @Test("of office hours gives itself back", arguments: ["09:00-12:00", "09:00:30-24:00"])
    func spans(text: String) throws {
        #expect(try OfficeSpan(text).description == text)
    }

    @Test(
        "of office hours is refused when empty, backwards or outside the day",
        arguments: ["09:00-09:00", "12:00-09:00", "09:00-24:01", "9:00-12:00", "09:60-10:00", ""])
    func badSpans(text: String) {
        #expect(throws: WorkingTimeRefusal.self) { try OfficeSpan(text) }
    }

    @Test("of a month or date gives itself back")
    func dates() throws {
        #expect(try CalendarMonth("2026-10").description == "2026-10")
        #expect(try roundTrip(CalendarDate("2026-10-09")).description == "2026-10-09")
        #expect(throws: WorkingTimeRefusal.self) { try CalendarMonth("2026-13") }
        #expect(throws: WorkingTimeRefusal.badDate("2026-02-30")) { try CalendarDate("2026-02-30") }
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([CalendarDate].self, from: Data(#"["2026-02-30"]"#.utf8))
        }
    }

    private func roundTrip<Value: Codable>(_ value: Value) throws -> Value {
        try JSONDecoder().decode(Value.self, from: JSONEncoder().encode(value))
    }
}
