import Casework
import Foundation
import Languages
import Testing
import Walking
import Workflow

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
        var fields: [String: FieldValue] = ["category": .text(category), "title": .text(title)]
        if category == "ARR" { fields["needs"] = .object(["claimed": .integer(90_000)]) }
        let story = try Story("10-09 09:00", fields: fields)
        let proposal = Decider(world: DemoWorld.world).proposal(for: story.issue)
        #expect(proposal.lead?.code == lead)
        #expect(proposal.supporting.map(\.code) == supporting)
    }

    @Test(arguments: [("ARR", "拖欠账款"), ("ENV", "生态环境")])
    func `say by what the category is called how they came about`(
        category: String, about: String
    ) throws {
        let definitions = DemoWorld.world.definitions
        let label = definitions.label(ofCategory: category)
        var fields: [String: FieldValue] = ["category": .text(category), "title": .text(about)]
        if category == "ARR" { fields["needs"] = .object(["claimed": .integer(90_000)]) }
        let story = try Story("10-09 09:00", fields: fields)
        let proposal = Decider(world: DemoWorld.world).proposal(for: story.issue)
        #expect(proposal.explanation.zh.hasPrefix("类别“\(label.zh)”"))
        #expect(!proposal.explanation.zh.contains(category))
        #expect(!proposal.explanation.en.contains(category))
    }

    @Test(arguments: [
        (
            "类别ARR（因“拖欠”）由工信主办，依据x", "category ARR is led by Industry, source x",
            "类别“拖欠账款”（因“拖欠”）由工信主办，依据x"
        ),
        (
            "没有适用于ARR的规则，由属地兜底", "no rule covers ARR: the jurisdiction is the fallback",
            "没有适用于“拖欠账款”的规则，由属地兜底"
        ),
        ("类别“拖欠账款”由工信主办", "category “Arrears” is led by Industry", "类别“拖欠账款”由工信主办"),
    ])
    func `that were recorded with the code of the category are shown with its label`(
        zh: String, en: String, shown: String
    ) throws {
        let recorded = try JSONDecoder().decode(
            ProposalRecord.self,
            from: JSONEncoder().encode([
                "explanation": Recorded.label(["zh": zh, "en": en]), "basis": .text("proposal"),
                "supporting": .codes([]),
            ]))
        let explanation = DemoWorld.world.definitions.explanation(of: recorded)
        #expect(explanation.zh == shown)
        #expect(!explanation.en.contains("ARR"))
    }

    private enum Recorded: Encodable {
        case label([String: String])
        case text(String)
        case codes([String])

        func encode(to encoder: any Encoder) throws {
            switch self {
            case .label(let label): try label.encode(to: encoder)
            case .text(let text): try text.encode(to: encoder)
            case .codes(let codes): try codes.encode(to: encoder)
            }
        }
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
        if isJoined { attributes[.commonIssue] = .text("ZQ2026-000001-1") }
        return attributes
    }

    @Test func `is proposed from the fifth on, under the oldest`() throws {
        let needs = SimilarNeeds(similarity: .usual)
        #expect(needs.groups(of: try issues(4)).isEmpty)
        let groups = needs.groups(of: try issues(5))
        #expect(groups.map(\.lead.id) == [IssueID(1)])
        #expect(groups.first?.others.count == 4)
    }

    @Test func `is proposed to whoever comes later, and to nobody once all stand together`() throws
    {
        let needs = SimilarNeeds(similarity: .usual)
        let later = needs.groups(of: try issues(6, joined: [2, 3, 4, 5]))
        #expect(later.map(\.lead.id) == [IssueID(1)])
        #expect(later.first?.others.map(\.issue.id) == [IssueID(6)])
        #expect(later.first?.enterpriseCount == 6)
        #expect(needs.groups(of: try issues(5, joined: [2, 3, 4, 5])).isEmpty)
    }

    @Test func `is proposed under what leads others already, which is not to join another`() throws
    {
        let needs = SimilarNeeds(similarity: .usual)
        let groups = needs.groups(of: try issues(6), leading: [IssueID(3), IssueID(5)])
        #expect(groups.map(\.lead.id) == [IssueID(3)])
        #expect(groups.first?.others.map(\.issue.id) == [1, 2, 4, 6].map(IssueID.init))
    }

    @Test func `names each reason why an issue can't be the one that others join`() throws {
        let world = DemoWorld.world
        let story = try Story.inHandling()
        func naming(_ change: (inout Casework.Issue) -> Void) -> IssueNaming {
            var other = story.issue.numbered(2)
            change(&other)
            return world.definitions.naming(other, for: "joinCommon", on: story.issue)
        }
        #expect(naming { _ in } == .fit)
        #expect(
            world.definitions.naming(story.issue, for: "joinCommon", on: story.issue) == .itself)
        #expect(naming { $0.state = "closedOut" } == .ended)
        #expect(naming { $0.attributes[.category] = "FIN" } == .ofOtherCategory)
        #expect(naming { $0.attributes[.complainedUnit] = "industry" } == .confidential)
        #expect(naming { $0.attributes[.commonIssue] = "ZQ2026-000001-9" } == .underAnother)
        var merging = story.issue.numbered(2)
        merging.attributes[.category] = "FIN"
        #expect(world.definitions.naming(merging, for: "merge", on: story.issue) == .fit)
        merging.attributes[.confidential] = .boolean(true)
        #expect(world.definitions.naming(merging, for: "merge", on: story.issue) == .ofOtherReaders)
    }
}

extension Casework.Issue {
    /// The same under another id.
    fileprivate func numbered(_ id: Int64) -> Casework.Issue {
        Casework.Issue(
            id: IssueID(id), number: number, caseID: caseID, enterprise: enterprise, filer: filer,
            workflow: workflow, createdAt: createdAt, updatedAt: updatedAt, sequence: sequence,
            state: state, attributes: attributes, narrative: narrative, clocks: clocks,
            clockCount: clockCount, digest: digest)
    }
}
