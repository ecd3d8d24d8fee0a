import APIModel
import JSON
import Languages
import Testing

@testable import zhuqi

@Suite struct SubjectSheetTests {
    @Test(arguments: ["project", "unit"])
    func whatAnIssueIsAboutStandsInThePlaceOfAnEnterprise(kind: String) throws {
        var members = try JSONText.decode(
            [String: JSONValue].self, from: JSONText.encode(Samples.issue()))
        members["enterprise"] = nil
        for (name, label) in [("categoryLabel", "融资"), ("divisionLabel", "金水区")] {
            members[name] = .object(["zh": .text(label), "en": .text(label)])
        }
        members["subject"] = .object([
            "kind": .text(kind), "code": .text("metro"), "name": .text("地铁"),
        ])
        let issue = try JSONText.decode(IssueAnswer.self, from: JSONText.encode(members))
        let head = IssueHead(
            issue: issue, now: nil, language: .zh,
            layout: TextLayout(canvas: Canvas(width: nil, hasColour: false)))
        #expect(head.lines[2] == "地铁  融资  金水区")
    }

    @Test func decisionsAreSaidWithWhoCarriesThemOut() {
        let text = ValueText(language: .zh, names: ["commerce": "市商务局"])
        let decisions = JSONValue.list([
            .object([
                "on": .text("2026-11-06"), "what": .text("保障用电"), "leadUnit": .text("commerce"),
            ]),
            .object([
                "on": .text("2026-10-30"), "what": .text("供货"), "leadUnit": .text("industry"),
            ]),
        ])
        #expect(text.value(decisions) == "2026-11-06 保障用电（市商务局）、2026-10-30 供货（industry）")
    }
}
