import Casework
import Definitions
import Engine
import Foundation
import Languages
import Testing
import Walking
import Workflow
import WorkingTime

@testable import Notices

@Suite("The words of a notice")
struct SubjectWordsTests {
    @Test("name the enterprise, the project or the unit that an issue is about, if any")
    func about() throws {
        let named: [(SubjectKind, EnterpriseID?, [String: FieldValue], String)] = [
            (.enterprise, Self.enterprise.id, [:], "示例企业的问题 ZQ2026-000001-1“示例”"),
            (.project, nil, ["project": .text("metro")], "地铁的问题 ZQ2026-000001-1“示例”"),
            (.unit, nil, ["subjectUnit": .text("commerce")], "的问题 ZQ2026-000001-1“示例”"),
            (.nothing, nil, [:], "\nZQ2026-000001-1“示例”"),
        ]
        for (kind, enterprise, attributes, words) in named {
            let writer = try Self.writer(about: kind)
            let issue = Self.issue(enterprise, attributes)
            let person = try #require(writer.world.directory.person(login: "industry.head"))
            let notice = writer.notice(
                Self.item, of: issue, to: person, .init(issue: issue, own: [], others: [])
            ).body
            #expect(notice.contains(words), "\(kind): \(notice)")
            #expect(!notice.contains("\n的") && !notice.contains("（）"), "\(notice)")
            let digest = writer.digest(
                [DigestLine(issue: issue, items: [])], .nothing,
                on: try CalendarDate(year: 2026, month: 10, day: 9), to: person
            ).body
            #expect(digest.contains("（") == (kind != .nothing), "\(kind): \(digest)")
        }
    }

    private static let enterprise = Enterprise(
        id: EnterpriseID(1), creditCode: "91410100MA0000011Y", name: "示例企业", division: "410102",
        tags: [])

    private static let item = OutboxItem(
        event: IssueEvent(
            issue: IssueID(1), sequence: 1, from: "unborn", action: "file", to: "called",
            at: Instant(microseconds: 1_791_500_000_000_000),
            by: Attribution(person: nil, role: .system), key: CommandKey(deriving: ["1"]),
            requestDigest: [], body: EventBody(), previousDigest: [], digest: []),
        number: "ZQ2026-000001-1", title: "示例", workflow: WorkflowVersionID(1))

    private static func issue(
        _ enterprise: EnterpriseID?, _ attributes: [String: FieldValue]
    ) -> Casework.Issue {
        Casework.Issue(
            id: IssueID(1), number: "ZQ2026-000001-1", caseID: CaseID(1), enterprise: enterprise,
            filer: nil, workflow: WorkflowVersionID(1), createdAt: item.event.at,
            updatedAt: item.event.at, sequence: 1, state: "called",
            attributes: Attributes(attributes),
            narrative: Narrative(title: "示例", description: "", contact: nil, needs: nil),
            clocks: [], clockCount: 0, digest: [])
    }

    /// Knows one workflow: that of meetings, about something else.
    private static func writer(about kind: SubjectKind) throws -> NoticeWriter {
        let known = DemoWorld.world
        let directory = Directory(
            units: known.directory.units, persons: known.directory.persons,
            divisions: known.directory.divisions,
            projects: [
                Project(
                    code: "metro", name: Label(zh: "地铁", en: "Metro"), division: "410105")
            ])
        let text = try text("joint-meeting.yaml").replacing(
            "subject: none\n", with: "subject: \(kind.rawValue)\n")
        let world = World(
            definitions: PublishedDefinitions([
                PublishedWorkflow(
                    id: WorkflowVersionID(1), version: 1,
                    definition: try DefinitionReader.workflow(text, file: "joint-meeting.yaml"))
            ]), calendars: known.calendars, directory: directory, routing: known.routing,
            ladders: known.ladders,
            notices: try DefinitionReader.notices(self.text("notices.yaml"), file: "notices.yaml"))
        return NoticeWriter(
            world: world,
            events: EventMessage(
                world: CurrentWorld(world), linkKey: .random(), installation: "test"),
            publicAddress: .paths, enterprises: [enterprise.id: enterprise], language: .zh,
            now: item.event.at, concern: nil, templates: TemplateCache(), paused: [])
    }

    private static func text(_ path: String) throws -> String {
        var root = URL(filePath: #filePath)
        for _ in 1...3 { root.deleteLastPathComponent() }
        return try String(contentsOf: root.appending(path: "Workflows/\(path)"), encoding: .utf8)
    }
}
