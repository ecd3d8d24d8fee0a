import APIModel

/// Filings that can be read, and must not be taken.
enum BadFilings {
    static let all = texts + codes + references + counts

    /// Its check digit is wrong, as that of a real company's is.
    static let oddCode = JSONValue.text("91350211M0000XUF46")
    /// Right, and of nobody in the directory.
    static let strange = JSONValue.text("91410100MA0000011Y")

    private static func bad(
        _ name: String, _ fields: [String: JSONValue] = [:], issue: [String: JSONValue] = [:],
        _ code: String, _ pointers: [String]
    ) -> BadCall {
        BadCall(
            name: name,
            call: .post("/v1/cases", Filings.body(fields, issue: issue))
                .with("Idempotency-Key", "\"filing\""),
            status: 422, code: code, pointers: pointers)
    }

    private static let texts = [
        bad("NUL in the title", issue: ["title": .text("铝\0锭")], "CW205", ["/issues/0/title"]),
        bad("a long title", issue: ["title": .text(.long(201))], "CW205", ["/issues/0/title"]),
        bad("a blank title", issue: ["title": .text(" \n")], "CW205", ["/issues/0/title"]),
        bad(
            "a long description", issue: ["description": .text(.long(8001))], "CW205",
            ["/issues/0/description"]),
        bad("NUL in the source", ["source": .text("a\0")], "CW228", ["/source"]),
        bad("a long source", ["source": .text(.long(61))], "CW228", ["/source"]),
        bad("a blank source", ["source": .text("")], "CW228", ["/source"]),
        bad("NUL in the note", ["note": .text("\0")], "CW228", ["/note"]),
        bad("a long note", ["note": .text(.long(4001))], "CW228", ["/note"]),
        bad(
            "NUL in the reference", ["externalReference": .text("a\0")], "CW228",
            ["/externalReference"]),
        bad(
            "NUL in the source of a reference",
            ["source": .text("a\0"), "externalReference": .text("R-1")], "CW228", ["/source"]),
        bad(
            "a long reference", ["externalReference": .text(.long(201))], "CW228",
            ["/externalReference"]),
        bad(
            "NUL in the contact",
            issue: ["contact": .object(["name": .text("王\0"), "phone": .text(.long(41))])],
            "CW228", ["/issues/0/contact/name", "/issues/0/contact/phone"]),
        bad(
            "an unknown need", issue: ["needs": .object(["电": .text("\0")])], "CW205",
            ["/issues/0/needs/电"]),
        bad(
            "a need of the wrong type", issue: ["needs": .object(["persons": .object([:])])],
            "CW205",
            ["/issues/0/needs/persons"]),
        bad(
            "a part of a person", issue: ["needs": .object(["persons": .number(1.5)])], "CW205",
            ["/issues/0/needs/persons"]),
    ]

    private static let codes = [
        bad("no credit code", ["enterprise": .text("123")], "CW228", ["/enterprise"]),
        bad("NUL in the credit code", ["enterprise": .text("\0")], "CW228", ["/enterprise"]),
        bad("a wrong check digit", ["enterprise": oddCode], "CW228", ["/enterprise"]),
        bad(
            "a wrong check digit without a reason",
            ["enterprise": oddCode, "creditCodeOverride": .object(["reason": .text(" ")])], "CW228",
            ["/creditCodeOverride/reason"]),
        bad(
            "a wrong check digit with a long reason",
            ["enterprise": oddCode, "creditCodeOverride": .object(["reason": .text(.long(501))])],
            "CW228", ["/creditCodeOverride/reason"]),
        bad("an unknown enterprise", ["enterprise": strange], "CW228", ["/enterprise"]),
        bad(
            "an unknown enterprise with a blank name",
            ["enterprise": strange, "enterpriseName": .text("")], "CW228", ["/enterpriseName"]),
    ]

    private static let references = [
        bad("an unknown workflow", ["workflow": .text("x")], "CW228", ["/workflow"]),
        bad(
            "an unknown category", issue: ["category": .text("XYZ")], "CW205",
            ["/issues/0/category"]),
        bad("an unknown class", issue: ["class": .text("Z")], "CW205", ["/issues/0/class"]),
        bad(
            "an unknown division", issue: ["division": .text("999999")], "CW205",
            ["/issues/0/division"]),
        bad(
            "an unknown unit", issue: ["complainedUnit": .text("nobody")], "CW205",
            ["/issues/0/complainedUnit"]),
        bad(
            "several faults", issue: ["category": .text("XYZ"), "division": .text("")], "CW205",
            ["/issues/0/category", "/issues/0/division"]),
        bad(
            "a new enterprise with a bad issue",
            ["enterprise": strange, "enterpriseName": .text("郑州示例新公司")],
            issue: ["category": .text("XYZ")], "CW205", ["/issues/0/category"]),
        bad(
            "a new enterprise in an unknown division",
            ["enterprise": strange, "enterpriseName": .text("郑州示例新公司")],
            issue: ["division": .text("999999")], "CW205", ["/issues/0/division"]),
    ]

    private static let counts = [
        bad("no issue", ["issues": .list([])], "CW228", ["/issues"]),
        bad(
            "21 issues", ["issues": .list((1...21).map { Filings.issue("第\($0)项") })], "CW228",
            ["/issues"]),
    ]
}
