import Casework
import Testing
import Walking
import Workflow

@Suite struct `Words in a filing` {
    private func filing(
        _ workflow: String, _ fields: [String: FieldValue]
    ) throws -> Filing {
        Filing(
            workflow: workflow, enterprise: DemoFiling.creditCode, source: "visit",
            externalReference: nil, note: nil, creditCodeOverride: nil,
            issues: [Filing.IssueToFile(fields: fields, contact: nil)],
            principal: .person(try person("officer1")), key: CommandKey(deriving: ["k"]),
            requestDigest: [7], receivedAt: try instant("10-09 10:00"))
    }

    @Test func `become identifiers, of the workflow too; what makes it count once stays`() throws {
        let sent = try filing(
            "万人助万企",
            [
                "title": "t", "description": "明天", "category": "拖欠账款", "division": "金水区",
                "class": "紧急", "complainedUnit": "市财政局", "confidential": "否",
                "needs": .object(["主张金额": "1.5万"]),
            ])
        let understood = DemoWorld.world.understood(sent)
        #expect(understood.workflow == "enterprise-assistance")
        #expect(
            understood.issues.first?.fields == [
                "title": "t", "description": "明天", "category": "ARR", "division": "410105",
                "class": "U", "complainedUnit": "finance", "confidential": .boolean(false),
                "needs": .object(["claimed": .integer(15_000)]),
            ])
        #expect(understood.issues.first?.sentAt == ["needs/claimed": "needs/主张金额"])
        #expect(understood.key == sent.key && understood.requestDigest == sent.requestDigest)
    }

    @Test func `that are not understood stay`() throws {
        let unknown = DemoWorld.world.understood(try filing("没有的流程", ["category": "拖欠账款"]))
        #expect(unknown.workflow == "没有的流程")
        #expect(unknown.issues.first?.fields == ["category": "拖欠账款"])
    }

    @Test func `that are identifiers stay`() throws {
        let fields: [String: FieldValue] = [
            "title": "t", "category": "ARR", "division": "410105",
            "needs": .object(["claimed": "12.5"]),
        ]
        let understood = DemoWorld.world.understood(try filing("three-deliveries", fields))
        #expect(understood.workflow == "three-deliveries")
        #expect(understood.issues.first?.fields == fields)
    }
}
