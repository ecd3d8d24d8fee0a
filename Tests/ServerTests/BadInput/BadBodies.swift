import APIModel

/// Bodies that are no filing, whatever it says.
enum BadBodies {
    static let all: [BadCall] = malformed + unknownFields + wrongTypes

    private static func bad(
        _ name: String, _ body: [UInt8], _ status: Int, _ code: String, _ pointers: [String]? = nil
    ) -> BadCall {
        BadCall(
            name: name,
            call: .post("/v1/cases", body).with("Idempotency-Key", "\"body\""), status: status,
            code: code, pointers: pointers)
    }

    private static let malformed = [
        bad("nothing", [], 400, "CW224"),
        bad("half an object", Array(#"{"workflow":"#.utf8), 400, "CW224"),
        bad("words", Array("file this".utf8), 400, "CW224"),
        bad("something behind the object", Filings.body() + Array("}".utf8), 400, "CW224"),
        bad("no UTF-8", Filings.body().map { $0 == 0x56 ? 0xFF : $0 } + [0xFF], 400, "CW224"),
        bad("no UTF-8 inside", broken, 400, "CW224"),
        bad("half a surrogate", Array(#"{"source":"\ud800"}"#.utf8), 400, "CW224"),
        bad("deep lists", Array(String(repeating: "[", count: 10_000).utf8), 400, "CW224"),
        bad("deep objects", Array(String(repeating: #"{"a":"#, count: 10_000).utf8), 400, "CW224"),
        bad("deep lists that end", deep("[", "]"), 400, "CW224"),
        bad("more than 1 MiB", Array(repeating: 0x20, count: (1 << 20) + 1), 413, "CW225"),
    ]

    private static let broken: [UInt8] =
        Array(#"{"source":""#.utf8) + [0xE5, 0x8A] + Array(#""}"#.utf8)

    private static func deep(_ open: String, _ close: String) -> [UInt8] {
        let count = 10_000
        return Array(
            (#"{"issues":"# + String(repeating: open, count: count)
                + String(repeating: close, count: count) + "}").utf8)
    }

    private static let unknownFields = [
        bad("unknown", Filings.body(["sourec": .text("x")]), 400, "CW226", ["/sourec"]),
        bad(
            "unknown in an issue", Filings.body(issue: ["titel": .text("x")]), 400, "CW226",
            ["/issues/0/titel"]),
        bad(
            "unknown in a contact",
            Filings.body(issue: ["contact": .object(["name": .text("王"), "fax": .text("1")])]),
            400, "CW226", ["/issues/0/contact/fax"]),
        bad(
            "unknown in an override",
            Filings.body(["creditCodeOverride": .object(["why": .text("x")])]), 400, "CW226",
            ["/creditCodeOverride/why"]),
        bad(
            "several unknown", Filings.body(["b": .null, "a": .null]), 400, "CW226", ["/a", "/b"]),
        bad(
            "a name that a pointer must escape", Filings.body(["a/b~c": .null]), 400, "CW226",
            ["/a~1b~0c"]),
    ]

    private static let wrongTypes = [
        bad("a list", Array("[]".utf8), 400, "CW227", [""]),
        bad("a number for text", Filings.body(["source": .integer(7)]), 400, "CW227", ["/source"]),
        bad("text for a list", Filings.body(["issues": .text("x")]), 400, "CW227", ["/issues"]),
        bad(
            "text for true or false", Filings.body(issue: ["confidential": .text("yes")]), 400,
            "CW227", ["/issues/0/confidential"]),
        bad(
            "null for text", Filings.body(issue: ["title": .null]), 400, "CW227",
            ["/issues/0/title"]),
        bad(
            "a list for an object", Filings.body(issue: ["contact": .list([])]), 400, "CW227",
            ["/issues/0/contact"]),
        bad(
            "no source", Array(#"{"workflow":"x","enterprise":"x"}"#.utf8), 400, "CW227",
            ["/source"]),
        bad(
            "a number past all numbers",
            Array(#"{"workflow":1e999,"enterprise":"x","source":"x","issues":[]}"#.utf8), 400,
            "CW224"),
    ]
}
