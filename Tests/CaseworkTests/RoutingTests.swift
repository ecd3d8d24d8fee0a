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

@Suite struct `A need of several enterprises` {
    private func issues(_ count: Int, joined: Set<Int64> = []) throws -> [Casework.Issue] {
        try (1...Int64(count)).map { number in
            let story = try Story("10-09 09:00", enterprise: number)
            return Casework.Issue(
                id: IssueID(number), number: "ZQ2026-00000\(number)-1", caseID: CaseID(number),
                enterprise: EnterpriseID(number), filer: story.issue.filer,
                workflow: story.issue.workflow, createdAt: story.issue.createdAt,
                updatedAt: story.issue.updatedAt, sequence: 1, state: story.issue.state,
                attributes: attributes(of: story.issue, isJoined: joined.contains(number)),
                narrative: Narrative(
                    title: "轨道交通延误影响职工上下班", description: "早高峰班次不足",
                    contact: nil, needs: nil),
                clocks: [], clockCount: 0, digest: [])
        }
    }

    private func attributes(of issue: Casework.Issue, isJoined: Bool) -> Attributes {
        var attributes = issue.attributes
        if isJoined { attributes[CommonStep.attribute] = .text("ZQ2026-000001-1") }
        return attributes
    }

    @Test func `is proposed from the fifth on, under the oldest`() throws {
        let needs = LikeNeeds(likeness: .usual)
        #expect(needs.groups(of: try issues(4)).isEmpty)
        let groups = needs.groups(of: try issues(5))
        #expect(groups.map(\.lead.id) == [IssueID(1)])
        #expect(groups.first?.others.count == 4)
    }

    @Test func `is proposed to whoever comes later, and to nobody once all stand together`() throws
    {
        let needs = LikeNeeds(likeness: .usual)
        let later = needs.groups(of: try issues(6, joined: [2, 3, 4, 5]))
        #expect(later.map(\.lead.id) == [IssueID(1)])
        #expect(later.first?.others.map(\.issue.id) == [IssueID(6)])
        #expect(later.first?.enterpriseCount == 6)
        #expect(needs.groups(of: try issues(5, joined: [2, 3, 4, 5])).isEmpty)
    }
}
