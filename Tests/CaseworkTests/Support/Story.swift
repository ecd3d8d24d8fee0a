import Casework
import Testing
import Walking
import Workflow
import WorkingTime

/// Tells the life of one issue: files it and takes actions at wall times of Shanghai.
struct Story {
    var world = DemoWorld.world
    private(set) var issue: Casework.Issue
    private(set) var events: [IssueEvent] = []
    private(set) var newIssues: [Decision.NewIssue] = []
    private var keys = 0

    /// Files one issue by officer1 for the first enterprise, in 中原区.
    init(
        _ at: String, fields: [String: FieldValue] = [:], world: World = DemoWorld.world,
        by login: String = "officer1", action: String = "file", enterprise: Int64 = 1,
        workflow: PublishedWorkflow = DemoWorld.assistance
    ) throws {
        self.world = world
        let newIssue = try DemoFiling.newIssue(
            of: Self.filing(
                at: instant(at), fields, by: try person(login, in: world), action, workflow),
            for: EnterpriseID(enterprise), in: world)
        issue = newIssue.after
        events = [newIssue.event]
    }

    static func filing(
        at: Instant, _ fields: [String: FieldValue], by person: Person, _ action: String,
        _ workflow: PublishedWorkflow = DemoWorld.assistance
    ) -> Filing {
        let usual: [String: FieldValue] = [
            "title": "示例诉求", "description": "示例内容", "category": "LAB", "division": "410102",
        ]
        return Filing(
            workflow: workflow.definition.id, action: action, enterprise: DemoFiling.creditCode,
            source: "visit", externalReference: nil, note: nil, creditCodeOverride: nil,
            issues: [
                Filing.IssueToFile(
                    fields: usual.merging(fields) { $1 },
                    contact: Narrative.Contact(name: "示例联系人", phone: "13800001234"))
            ], principal: .person(person), key: CommandKey(deriving: ["filing"]),
            requestDigest: [1], receivedAt: at)
    }

    /// The enterprise, through the link that it got last.
    var newestLink: Principal {
        .enterprise(issue.id, link: max(1, issue.attributes.count("links")))
    }

    /// Takes an action that must be carried out, and returns its event.
    @discardableResult
    mutating func take(
        _ action: String, by who: String, at: String, _ fields: [String: FieldValue] = [:]
    ) throws -> IssueEvent {
        let verdict = send(action, fields, by: try principal(who), at: try instant(at))
        guard case .decided(let decision) = verdict else {
            throw UnexpectedVerdict(action: action, verdict: "\(verdict)")
        }
        return try #require(decision.events.last)
    }

    /// Does what only an administrator can, by no action of the workflow.
    mutating func administer(_ intent: Command.Intent, at: String) throws {
        keys += 1
        let verdict = Decider(world: world).decide(
            command(intent, by: .system, at: try instant(at), key: "\(keys)"),
            on: LoadedIssue(issue: issue))
        guard case .decided(let decision) = verdict else {
            throw UnexpectedVerdict(action: "\(intent)", verdict: "\(verdict)")
        }
        events += decision.events
        issue = decision.after
    }

    /// Tries an action that must be refused; the story goes on as though it never was.
    mutating func refusal(
        _ action: String, by who: String, at: String, _ fields: [String: FieldValue] = [:]
    ) throws -> Refusal {
        let verdict = send(action, fields, by: try principal(who), at: try instant(at))
        guard case .refused(let refusal) = verdict else {
            throw UnexpectedVerdict(action: action, verdict: "\(verdict)")
        }
        return refusal
    }

    func command(
        _ intent: Command.Intent, by principal: Principal, at: Instant, key: String,
        expected: Command.ExpectedVersion = .any
    ) -> Command {
        Command(
            issue: .id(issue.id), intent: intent, principal: principal, expected: expected,
            key: CommandKey(deriving: [key]), requestDigest: [2], receivedAt: at)
    }

    func principal(_ who: String) throws -> Principal {
        who == "enterprise" ? newestLink : .person(try person(who, in: world))
    }

    /// The issue before its first event.
    var unborn: Casework.Issue { Casework.Issue(unbornLike: issue) }

    /// Sends an intent whatever comes of it.
    mutating func send(
        _ action: String, _ fields: [String: FieldValue], by principal: Principal, at: Instant
    ) -> Verdict {
        keys += 1
        let drawn = fields["issues"]?.list?.indices.map { IssueID(Int64(100 * keys + $0)) } ?? []
        let verdict = Decider(world: world).decide(
            command(
                .act(action: action, comment: nil, fields: fields), by: principal, at: at,
                key: "\(keys)"),
            on: LoadedIssue(issue: issue, drawnIDs: drawn))
        if case .decided(let decision) = verdict {
            events += decision.events
            issue = decision.after
            newIssues += decision.newIssues
        }
        return verdict
    }

    /// Lets time pass: what the alarms write.
    @discardableResult
    mutating func wait(until at: String) throws -> [IssueEvent] {
        let (passed, after) = try Decider(world: world).settle(issue, until: instant(at))
        events += passed
        issue = after
        return passed
    }
}

struct UnexpectedVerdict: Error {
    let action: String
    let verdict: String
}

func person(_ login: String, in world: World = DemoWorld.world) throws -> Person {
    try #require(world.directory.person(login: login), "no person \(login)")
}

/// Reads `10-09 10:00`, or with seconds, as wall time of Shanghai in 2026.
func instant(_ text: String) throws -> Instant {
    let parts = text.split(separator: " ")
    let time = parts[1].count == 5 ? "\(parts[1]):00" : String(parts[1])
    return try Instant(rfc3339: "2026-\(parts[0])T\(time)+08:00")
}

extension FieldValue: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self = .text(value) }
}

extension RandomFields {
    /// Values for the one campaign that stories tell of, a few left out.
    static let demo = RandomFields(
        world: DemoWorld.world, definition: DemoWorld.assistance.definition, omits: 60)
}
