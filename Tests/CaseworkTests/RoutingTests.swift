import Casework
import Testing
import Walking

@Suite struct `Routing proposals` {
    @Test(arguments: [
        ("LAB", "招工", "humanResources", ["industry", "division.410102"]),
        (
            "ARR", "拖欠", "industry",
            ["developmentReform", "finance", "stateAssets", "financialWork", "division.410102"]
        ),
        ("PWR", "供电不足", "developmentReform", ["powerGrid", "industry", "division.410102"]),
        ("PWR", "供热管网", "urbanManagement", ["powerGrid", "industry", "division.410102"]),
        ("TEC", "产学研", "science", ["industry", "finance", "universities", "division.410102"]),
        ("TEC", "技改项目", "industry", ["science", "finance", "universities", "division.410102"]),
        ("OTH", "其他", "division.410102", []),
    ])
    func `follow category and words`(
        category: String, title: String, lead: String, supporting: [String]
    ) throws {
        let story = try Story(
            "10-09 09:00", fields: ["category": .text(category), "title": .text(title)])
        let proposal = Decider(world: DemoWorld.world).proposal(for: story.issue)
        #expect(proposal.lead?.code == lead)
        #expect(proposal.supporting.map(\.code) == supporting)
    }

    @Test func `never name the unit complained of`() throws {
        let story = try Story(
            "10-09 09:00", fields: ["category": "OTH", "complainedUnit": "division.410102"])
        let proposal = Decider(world: DemoWorld.world).proposal(for: story.issue)
        // A fallback always exists: the campaign office one level up.
        #expect(proposal.lead?.code == "office.410100")
        #expect(proposal.supporting.isEmpty)
    }
}
