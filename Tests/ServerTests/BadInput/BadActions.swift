import APIModel

/// Actions that must not happen to an issue which is in handling, at version 6.
enum BadActions {
    struct Entry: Sendable {
        let login: String
        let bad: BadCall
    }

    static func all(on issue: String) -> [Entry] {
        bodies(issue) + values(issue) + rights(issue) + guards(issue) + headers(issue)
    }

    private static func entry(
        _ name: String, _ issue: String, _ body: String, as login: String = People.handler,
        version: String? = "*", key: String? = "\"action\"", _ status: Int, _ code: String,
        _ pointers: [String]? = nil, failedGuard: String? = nil
    ) -> Entry {
        let call = WireCall.post("/v1/issues/\(issue)/actions", Array(body.utf8))
            .with("If-Match", version).with("Idempotency-Key", key)
        return Entry(
            login: login,
            bad: BadCall(
                name: name, call: call, status: status, code: code, pointers: pointers,
                failedGuard: failedGuard))
    }

    private static func bodies(_ issue: String) -> [Entry] {
        [
            entry("no JSON", issue, "note", 400, "CW224"),
            entry(
                "a huge number", issue, #"{"action":123456789012345678901234567890}"#, 400, "CW224"
            ),
            entry("a number past 2^53", issue, #"{"action":9007199254740993}"#, 400, "CW224"),
            entry(
                "two members of one name", issue, #"{"action":"note","action":"claim"}"#, 400,
                "CW224"),
            entry("no action", issue, "{}", 400, "CW227", ["/action"]),
            entry("an unknown field", issue, #"{"action":"note","on":1}"#, 400, "CW226", ["/on"]),
            entry(
                "no fields but a list", issue, #"{"action":"note","fields":[]}"#, 400, "CW227",
                ["/fields"]),
            entry("a number for the action", issue, #"{"action":1}"#, 400, "CW227", ["/action"]),
            entry(
                "deep fields", issue,
                #"{"action":"note","fields":{"text":"# + String(repeating: "[", count: 10_000), 400,
                "CW224"),
            entry("an unknown action", issue, #"{"action":"fly"}"#, 422, "CW204"),
            entry("an action with NUL", issue, #"{"action":"note\u0000"}"#, 422, "CW204"),
            entry("an alarm's action", issue, #"{"action":"breach"}"#, 422, "CW204"),
        ]
    }

    private static func values(_ issue: String) -> [Entry] {
        func report(_ name: String, _ fields: String, _ pointers: [String]) -> Entry {
            entry(
                name, issue, #"{"action":"reportProgress","fields":{\#(fields)}}"#, 422, "CW205",
                pointers)
        }
        return [
            report("no text", "", ["/fields/text"]),
            report("null for text", #""text":null"#, ["/fields/text"]),
            report("blank text", #""text":" ""#, ["/fields/text"]),
            report("NUL in text", #""text":"a\u0000""#, ["/fields/text"]),
            report("long text", #""text":"\#(String.long(2001))""#, ["/fields/text"]),
            report("a number for text", #""text":1"#, ["/fields/text"]),
            report("an unknown field", #""text":"a","colour":"red""#, ["/fields/colour"]),
            report("no date", #""text":"a","nextReportOn":"2026-13-01""#, ["/fields/nextReportOn"]),
            report(
                "several faults", #""nextReportOn":"soon","evidence":[]"#,
                ["/fields/text", "/fields/nextReportOn", "/fields/evidence"]),
            entry(
                "NUL in the comment", issue,
                #"{"action":"reportProgress","comment":"\u0000","fields":{"text":"a"}}"#, 422,
                "CW211", ["/comment"]),
            entry(
                "a long comment", issue,
                #"{"action":"claim","comment":"\#(String.long(4001))"}"#, 422, "CW211", ["/comment"]
            ),
        ]
    }

    private static func rights(_ issue: String) -> [Entry] {
        let note = #"{"action":"note","fields":{"text":"a","visibility":"internal"}}"#
        return [
            entry(
                "forbidden", issue, #"{"action":"approveResolution","fields":{"grade":"good"}}"#,
                403, "AU301"),
            entry("an auditor's note", issue, note, as: People.auditor, 403, "AU301"),
            entry("another office's", issue, note, as: People.strangerOffice, 404, "CW201"),
            entry("another officer's", issue, note, as: "officer2", 404, "CW201"),
            entry("no such id", "999999", note, 404, "CW201"),
            entry("no such number", "ZQ1999-000001-1", note, 404, "CW201"),
            entry("zero", "0", note, 404, "CW201"),
            entry("NUL as a number", "%00", note, 404, "CW201"),
            entry("no UTF-8 as a number", "%FF%FE", note, 404, "CW230"),
            entry("a long number", String(repeating: "9", count: 5000), note, 404, "CW201"),
        ]
    }

    private static func guards(_ issue: String) -> [Entry] {
        [
            entry("not now", issue, #"{"action":"accept"}"#, as: People.office, 409, "CW206"),
            entry(
                "claimed already", issue, #"{"action":"claim"}"#, 409, "CW207",
                failedGuard: "isNotSet(handler)"),
            entry(
                "an extension too far", issue,
                #"""
                {"action":"requestExtension","fields":{"until":"2026-12-30","reason":"a",
                "plan":[{"on":"2026-11-30","what":"a"}]}}
                """#, 409, "CW207", failedGuard: "extensionAllowed(until)"),
        ]
    }

    private static func headers(_ issue: String) -> [Entry] {
        let body = #"{"action":"reportProgress","fields":{"text":"a"}}"#
        let keys = [
            "\"\"", "\"open", "\"a b\"", "\"a\" b", "\"\(String(repeating: "k", count: 201))\"",
        ]
        let versions = ["7", "\"0\"", "\"x\"", "W/\"6\"", "\"99999999999999999999\"", "\"\""]
        return keys.map { key in entry("the key \(key)", issue, body, key: key, 400, "CW221") }
            + versions.map { version in
                entry("the version \(version)", issue, body, version: version, 400, "CW223")
            } + [
                entry("no key", issue, body, key: nil, 400, "CW220"),
                entry("no version", issue, body, version: nil, 428, "CW222"),
                entry("an old version", issue, body, version: "\"5\"", 412, "CW203"),
                entry(
                    "a version to come", issue, body, version: "\"9223372036854775807\"", 412,
                    "CW203"),
            ]
    }
}
