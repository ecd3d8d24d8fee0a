import APIModel
import Testing

@testable import JSON

@Suite("The reader of JSON")
struct JSONTextTests {
    private static let limits = JSONLimits(deepest: 32, mostValues: 10_000)

    private func read(_ text: String) throws -> JSONValue {
        try JSONText.read(Array(text.utf8), within: Self.limits) { try JSONValue($0) }
    }

    @Test(
        "takes what is JSON",
        arguments: [
            ("{}", .object([:])), ("[]", .list([])), (" null ", .null), ("0", .integer(0)),
            ("-0.5e+10", .integer(-5_000_000_000)), ("1E9", .integer(1_000_000_000)),
            ("0.25", .number(0.25)), ("1.0", .integer(1)), ("-7", .integer(-7)),
            (#""""#, .text("")), (#""\u00e9\\\"\n""#, .text("é\\\"\n")),
            (#""\ud83c\udfed""#, .text("🏭")), (#""\u0000""#, .text("\0")),
            (
                #"{"a":[1,2,{"b":"鋁"}],"":{}}"#,
                .object([
                    "a": .list([.integer(1), .integer(2), .object(["b": .text("鋁")])]),
                    "": .object([:]),
                ])
            ),
            ("\t[ true , false ]\r\n", .list([.boolean(true), .boolean(false)])),
            ("\u{FEFF}{}", .object([:])),
            ("9007199254740992", .integer(9_007_199_254_740_992)),
        ] as [(String, JSONValue)])
    func takes(text: String, value: JSONValue) throws {
        #expect(try read(text) == value)
    }

    @Test(
        "says at which byte a text stops being JSON",
        arguments: [
            ("", 0), (" ", 1), ("{", 1), ("[1,]", 3), (#"{"a":1,}"#, 7), ("[,1]", 1), ("{,}", 1),
            ("[1 2]", 3), (#"{"a"}"#, 4), (#"{"a":}"#, 5), ("{a:1}", 1), ("{1:1}", 1), ("01", 1),
            ("+1", 0), ("1.", 2), (".5", 0), ("1e", 2), ("--1", 1), ("tru", 0), ("NaN", 0),
            ("'a'", 0), (#""\x""#, 3), (#""\u12g4""#, 5), ("\"a\nb\"", 2), (#""open"#, 5),
            ("[1]]", 3), ("{}{}", 2), ("]", 0), ("[}", 1), ("{]", 1), ("// c\n1", 0), ("{\0}", 1),
            (#""\ud83c""#, 7), (#""\ud83cx""#, 7), (#""\udfed""#, 7), (#""\ud83c\ud83c""#, 13),
        ] as [(String, Int)])
    func refuses(text: String, place: Int) {
        #expect(throws: JSONText.Fault.notJSON(at: place)) { try read(text) }
    }

    @Test(
        "refuses bytes that are no UTF-8",
        arguments: [
            [0x22, 0xFF, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22], [0x22, 0xC0, 0x80, 0x22],
        ] as [[UInt8]])
    func refusesBytes(bytes: [UInt8]) {
        #expect(throws: JSONText.Fault.notJSON(at: nil)) {
            try JSONText.read(bytes, within: Self.limits) { try JSONValue($0) }
        }
    }

    @Test(
        "refuses numbers that nothing holds, with their place",
        arguments: [
            ("1e999", 0), ("[1,-1e400]", 3), ("[123456789012345678901234567890]", 1),
            ("{\"a\":-9223372036854775809}", 5),
        ])
    func unbounded(text: String, place: Int) {
        #expect(throws: JSONText.Fault.unboundedNumber(at: place)) { try read(text) }
    }

    @Test("refuses UTF-16, whichever end comes first")
    func refusesWideText() {
        for order in [[0xFF, 0xFE, 0x7B, 0, 0x7D, 0], [0xFE, 0xFF, 0, 0x7B, 0, 0x7D]] as [[UInt8]] {
            #expect(throws: JSONText.Fault.notJSON(at: 0)) {
                try JSONText.read(order, within: Self.limits) { try JSONValue($0) }
            }
        }
    }

    @Test(
        "refuses two members of one name, with their place",
        arguments: [
            (#"{"a":1,"a":1}"#, [.name("a")]),
            ("{\"\u{e9}\":1,\"e\u{301}\":2}", [.name("\u{e9}")]),
            (#"{"b":[0,{"a":1,"c":2,"\u0061":3}]}"#, [.name("b"), .place(1), .name("a")]),
        ] as [(String, [JSONStep])])
    func repeated(text: String, path: [JSONStep]) {
        #expect(throws: JSONText.Fault.repeated(path)) { try read(text) }
    }

    @Test("finds the one of many members that stands twice")
    func repeatedAmongMany() {
        let names = (0..<1000).map { #""n\#($0)":0"# } + [#""n7":1"#]
        #expect(throws: JSONText.Fault.repeated([.name("n7")])) {
            try read("{" + names.joined(separator: ",") + "}")
        }
    }

    @Test(
        "refuses numbers past 2^53, with their place",
        arguments: [
            "9007199254740993", "-9007199254740993", "9223372036854775808", "1e300",
            "18446744073709551615",
        ])
    func tooLarge(number: String) {
        #expect(throws: JSONText.Fault.tooLarge([.name("a"), .place(1)])) {
            try read(#"{"a":[0,\#(number)]}"#)
        }
    }

    @Test("bounds how deep and how much")
    func bounds() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        _ = try read(nested(32))
        for depth in [33, 1024, 1025, 100_000] {
            #expect(throws: JSONText.Fault.tooDeep) { try read(nested(depth)) }
        }
        func flat(_ item: String, _ count: Int) -> String {
            "[" + Array(repeating: item, count: count).joined(separator: ",") + "]"
        }
        _ = try read(flat("[]", 9_999))
        for item in ["[]", "1.5", "{}", "\"\""] {
            #expect(throws: JSONText.Fault.tooMany) { try read(flat(item, 10_000)) }
        }
    }

    @Test("is used by many at once")
    func concurrent() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<64 {
                group.addTask {
                    for _ in 0..<200 {
                        let text =
                            #"{"n":\#(number),"t":"\#(String(repeating: "x", count: number))"}"#
                        let value = try JSONText.decode(JSONValue.self, from: Array(text.utf8))
                        #expect(
                            value
                                == .object([
                                    "n": .integer(Int64(number)),
                                    "t": .text(String(repeating: "x", count: number)),
                                ]))
                        await Task.yield()
                    }
                }
            }
            try await group.waitForAll()
        }
    }
}
