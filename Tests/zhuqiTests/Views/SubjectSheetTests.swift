import APIModel
import JSON
import Languages
import Testing

@testable import zhuqi

@Suite struct SubjectSheetTests {
    @Test(arguments: [("project", "项目"), ("unit", "事项单位")])
    func whatAnIssueIsAboutStandsInThePlaceOfAnEnterprise(kind: String, label: String) throws {
        var members = try JSONText.decode(
            [String: JSONValue].self, from: JSONText.encode(Samples.issue()))
        members["enterprise"] = nil
        members["subject"] = .object([
            "kind": .text(kind), "code": .text("metro"), "name": .text("地铁"),
        ])
        let issue = try JSONText.decode(IssueAnswer.self, from: JSONText.encode(members))
        let lines = IssuePeople(issue: issue, language: .zh).lines
        #expect(lines.contains { $0.hasPrefix(label) && $0.hasSuffix("地铁 (metro)") })
        #expect(!lines.contains { $0.hasPrefix("企业") })
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
