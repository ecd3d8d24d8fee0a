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

/// Tells the life of one issue at wall times of Shanghai, and writes the notices of its events.
struct NoticeStory {
    let world: World
    private(set) var issue: Casework.Issue
    private var told: [(event: IssueEvent, issue: Casework.Issue)] = []
    private var keys = 0

    static let evidence = FieldValue.list([
        .object(["kind": .text("photo"), "text": .text("示例")])
    ])

    /// Filed by officer1 for the first enterprise, in 中原区.
    init(_ at: String, title: String = "示例诉求", in world: World? = nil) throws {
        let world = try world ?? Self.world()
        self.world = world
        let filing = Filing(
            workflow: DemoWorld.assistance.definition.id, action: "file",
            enterprise: DemoFiling.creditCode, source: "visit", externalReference: nil, note: nil,
            creditCodeOverride: nil,
            issues: [
                Filing.IssueToFile(
                    fields: [
                        "title": .text(title), "description": .text("示例内容"),
                        "category": .text("LAB"), "division": .text("410102"),
                    ], contact: nil)
            ], principal: .person(try Self.person("officer1", in: world)),
            key: CommandKey(deriving: ["filing"]), requestDigest: [1],
            receivedAt: try Self.instant(at))
        let filed = try DemoFiling.newIssue(of: filing, for: Self.enterprise.id, in: world)
        issue = filed.after
        told = [(filed.event, filed.after)]
    }

    /// Dispatched on Friday 10-09 at 10:00 to the industry bureau, which the commerce bureau supports.
    static func dispatched(
        _ day: String = "10-09", title: String = "示例诉求", in world: World? = nil
    ) throws -> NoticeStory {
        var story = try NoticeStory("\(day) 09:00", title: title, in: world)
        let office = "office.410102"
        try story.take("accept", by: office, at: "\(day) 09:10")
        try story.take("triage", by: office, at: "\(day) 09:20", ["class": .text("C")])
        try story.take(
            "dispatch", by: office, at: "\(day) 10:00",
            [
                "leadUnit": .text("industry"), "reason": .text("牵头部门另行商定"),
                "supportingUnits": .list([.text("commerce")]),
            ])
        return story
    }

    mutating func take(
        _ action: String, by who: String, at: String, _ fields: [String: FieldValue] = [:]
    ) throws {
        keys += 1
        let principal = Principal.person(try Self.person(who, in: world))
        let command = Command(
            issue: .id(issue.id),
            intent: .act(action: action, comment: nil, fields: fields), principal: principal,
            expected: .any, key: CommandKey(deriving: ["\(keys)"]), requestDigest: [2],
            receivedAt: try Self.instant(at))
        let verdict = Decider(world: world).decide(command, on: LoadedIssue(issue: issue))
        guard case .decided(let decision) = verdict else {
            throw UnexpectedVerdict(action: action, verdict: "\(verdict)")
        }
        note(decision.events)
    }

    /// Lets time pass: what the alarms write.
    mutating func wait(until at: String) throws {
        note(try Decider(world: world).settle(issue, until: Self.instant(at)).events)
    }

    private mutating func note(_ events: [IssueEvent]) {
        for event in events {
            issue.apply(event)
            told.append((event, issue))
        }
    }

    /// The text that somebody gets of the last event of an action, written at a time.
    func notice(
        of action: String, to login: String, at: String, in language: Language = .zh
    ) throws -> String {
        let (event, past) = try #require(told.last { $0.event.action == action })
        let item = OutboxItem(
            event: event, number: issue.number, title: issue.narrative.title,
            workflow: issue.workflow)
        let person = try Self.person(login, in: world)
        let facts = try facts(
            at: at, items: [item.place: item], past: [item.place: past], to: person)
        let delivery = Self.delivery(to: person, language, [item.place])
        return try Self.writer(facts).letter(for: delivery).words.body
    }

    func facts(
        at: String, items: [EventPlace: OutboxItem] = [:],
        past: [EventPlace: Casework.Issue] = [:], to person: Person, owed: OwedList? = nil
    ) throws -> LetterFacts {
        let now = try Self.instant(at)
        return LetterFacts(
            world: world, now: now, items: items, past: past, issues: [issue.id: issue],
            enterprises: [Self.enterprise.id: Self.enterprise],
            concerns: [person.id: DutyConcern(of: person, in: world, at: now)],
            owed: owed.map { [person.id: $0] } ?? [:], paused: [:])
    }
}

/// What letters are written with.
extension NoticeStory {
    static let enterprise = Enterprise(
        id: EnterpriseID(1), creditCode: DemoFiling.creditCode, name: "示例企业",
        division: "410102", tags: [])

    /// The world of the demonstration with the words that are published.
    static func world(_ directory: Directory = DemoWorld.directory) throws -> World {
        let known = DemoWorld.world
        var root = URL(filePath: #filePath)
        for _ in 1...3 { root.deleteLastPathComponent() }
        let text = try String(
            contentsOf: root.appending(path: "Workflows/notices.yaml"), encoding: .utf8)
        return World(
            definitions: known.definitions, calendars: known.calendars, directory: directory,
            routing: known.routing, ladders: known.ladders,
            notices: try DefinitionReader.notices(text, file: "notices.yaml"))
    }

    static func writer(_ facts: LetterFacts) -> LetterWriter {
        LetterWriter(
            facts: facts,
            events: EventMessage(
                world: CurrentWorld(facts.world), linkKey: .random(), installation: "test"),
            publicAddress: PublicAddress("https://zhuqi.example"), templates: TemplateCache())
    }

    /// - Parameter date: of a digest.
    static func delivery(
        to person: Person, _ language: Language, _ places: [EventPlace],
        on date: CalendarDate? = nil
    ) -> ClaimedDelivery {
        ClaimedDelivery(
            id: DeliveryID(1),
            subscription: Subscription(
                id: SubscriptionID(1), person: person.id, channel: .mail, url: nil,
                preferences: .init(
                    scope: .seen, pace: date == nil ? .each : .digest, isQuiet: false,
                    language: language),
                generation: 1, oldestGeneration: 1, previousUntil: nil,
                createdAt: Instant(microseconds: 0), endedAt: nil, endReason: nil),
            places: places, digestOn: date, tries: 1, triesSinceReplay: 1)
    }

    static func person(_ login: String, in world: World) throws -> Person {
        try #require(world.directory.person(login: login), "no person \(login)")
    }

    /// Reads `10-09 10:00` as wall time of Shanghai in 2026.
    static func instant(_ text: String) throws -> Instant {
        try Instant(rfc3339: "2026-\(text.replacing(" ", with: "T")):00+08:00")
    }
}

struct UnexpectedVerdict: Error {
    let action: String
    let verdict: String
}
