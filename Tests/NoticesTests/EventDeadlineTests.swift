import Casework
import Engine
import Notices
import Testing
import Walking
import Workflow
import WorkingTime

@Suite("The deadline that an event is told with")
struct EventDeadlineTests {
    private static let first = DemoWorld.assistance.id
    private static let next = WorkflowVersionID(77)

    @Test("is that of the resolution in the version of the issue, as queues have it")
    func ownVersion() throws {
        let world = try Self.world()
        let message = Self.message(in: world)
        let clocks = try [Self.clock(1, "resolve", due: 9), Self.clock(2, "firstReport", due: 3)]
        for (version, due) in [(Self.first, clocks[0]), (Self.next, clocks[1])] {
            #expect(message.dueAt(Self.item(clocks, on: version)) == due.dueAt)
            #expect(world.definitions.resolution(of: Self.issue(clocks, on: version)) == due)
        }
    }

    @Test("is that of the first clock where none is the resolution")
    func noResolution() throws {
        let message = Self.message(in: try Self.world())
        let clocks = try [Self.clock(1, "accept", due: 1), Self.clock(2, "arrange", due: 2)]
        #expect(message.dueAt(Self.item(clocks, on: Self.first)) == clocks[0].dueAt)
    }

    @Test("is not said where the version is not known")
    func unknownVersion() throws {
        let message = Self.message(in: try Self.world())
        let clocks = try [Self.clock(1, "firstReport", due: 3), Self.clock(2, "resolve", due: 9)]
        #expect(message.dueAt(Self.item(clocks, on: WorkflowVersionID(999))) == nil)
        let issue = Self.issue(clocks, on: WorkflowVersionID(999))
        #expect(try Self.world().definitions.resolution(of: issue) == nil)
    }

    /// A world in which the next version of the campaign has another resolution.
    private static func world() throws -> World {
        let demo = DemoWorld.world
        let rebound = try DemoWorld.world(with: demo.directory) { text in
            guard text.contains("workflow: enterprise-assistance\n") else { return text }
            return text.replacing(
                "    resolution: resolve\n", with: "    resolution: firstReport\n")
        }
        let definition = try #require(rebound.definitions.current("enterprise-assistance"))
            .definition
        try #require(definition.roles.resolution == "firstReport")
        return World(
            definitions: PublishedDefinitions([
                DemoWorld.assistance,
                PublishedWorkflow(id: next, version: 3, definition: definition),
            ]), calendars: demo.calendars, directory: demo.directory, routing: demo.routing,
            ladders: demo.ladders)
    }

    private static func message(in world: World) -> EventMessage {
        EventMessage(
            world: CurrentWorld(world), linkKey: LinkKey.random(),
            installation: "00000000-0000-0000-0000-000000000000")
    }

    private static func clock(_ number: Int, _ kind: String, due day: Int64) throws -> Clock {
        Clock(
            number: number, kind: kind, cycle: 1, party: "industry", issueClass: "C",
            limit: try TimeLimit("7wd"), calendar: "cn", calendarRevision: 1,
            startedAt: Instant(microseconds: 0),
            dueAt: Instant(microseconds: 0).adding(seconds: day * 86_400), isProvisional: false)
    }

    private static func issue(_ clocks: [Clock], on version: WorkflowVersionID) -> Casework.Issue {
        var issue = Casework.Issue(
            unborn: IssueID(1), number: "ZQ2026-000001-1", caseID: CaseID(1),
            enterprise: EnterpriseID(1), filer: nil, workflow: version,
            createdAt: Instant(microseconds: 0))
        issue.clocks = clocks
        return issue
    }

    private static func item(_ clocks: [Clock], on version: WorkflowVersionID) -> OutboxItem {
        OutboxItem(
            event: IssueEvent(
                issue: IssueID(1), sequence: 1, from: "a", action: "b", to: "c",
                at: Instant(microseconds: 0), by: Attribution(person: nil, role: .system),
                key: CommandKey(deriving: ["1"]), requestDigest: [],
                body: EventBody(clocks: clocks), previousDigest: [], digest: []),
            number: "ZQ2026-000001-1", title: "示例", workflow: version)
    }
}
