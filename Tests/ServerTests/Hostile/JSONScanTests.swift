import Testing

@testable import HTTPAPI

@Suite("A scan of JSON")
struct JSONScanTests {
    @Test(
        "takes what is JSON",
        arguments: [
            "{}", "[]", " null ", "0", "-0.5e+10", "1E9", #""""#, #""\u00e9\\\"\n""#,
            #"{"a":[1,2,{"b":"鋁"}],"":{}}"#, "\t[ true , false ]\r\n", "\u{FEFF}{}", "1e999",
        ])
    func takes(text: String) throws {
        try JSONScan.check(Array(text.utf8))
    }

    @Test(
        "refuses what is none",
        arguments: [
            "", " ", "{", "[1,]", #"{"a":1,}"#, "[,1]", "{,}", "[1 2]", #"{"a"}"#, #"{"a":}"#,
            #"{a:1}"#, #"{1:1}"#, "01", "+1", "1.", ".5", "1e", "--1", "tru", "nul", "NaN", "'a'",
            #""\x""#, #""\u12g4""#, "\"a\nb\"", #""open"#, "[1]]", "{}{}", "]", "[}", "{]",
            "// c\n1", "{\0}", "\0{\0}",
        ])
    func refuses(text: String) {
        #expect(throws: JSONScan.Fault.self) { try JSONScan.check(Array(text.utf8)) }
    }

    @Test("refuses UTF-16, whichever end comes first")
    func refusesWideText() {
        for order in [[0xFF, 0xFE, 0x7B, 0, 0x7D, 0], [0xFE, 0xFF, 0, 0x7B, 0, 0x7D]] as [[UInt8]] {
            #expect(throws: JSONScan.Fault.self) { try JSONScan.check(order) }
        }
    }

    @Test("bounds how deep and how much")
    func bounds() throws {
        func nested(_ depth: Int) -> [UInt8] {
            Array(
                (String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
        }
        try JSONScan.check(nested(JSONScan.deepest))
        #expect(throws: JSONScan.Fault.tooDeep) { try JSONScan.check(nested(33)) }
        #expect(throws: JSONScan.Fault.tooDeep) { try JSONScan.check(nested(100_000)) }
        func flat(_ item: String, _ count: Int) -> [UInt8] {
            Array(("[" + Array(repeating: item, count: count).joined(separator: ",") + "]").utf8)
        }
        try JSONScan.check(flat("[]", JSONScan.mostValues - 1))
        for item in ["[]", "1.5", "{}", "\"\""] {
            #expect(throws: JSONScan.Fault.tooMany) {
                try JSONScan.check(flat(item, JSONScan.mostValues))
            }
        }
    }
}
