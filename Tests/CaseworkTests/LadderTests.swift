import Casework
import Definitions
import Languages
import Testing
import Walking
import Workflow
import WorkingTime

@Suite struct `The service line` {
    @Test func `names the level above, tells it and gives it two working days of its own`() throws {
        var story = try Story.dispatched()
        try story.wait(until: "10-22 17:30")
        let event = try #require(story.events.last { $0.action == "escalate" })
        let climb = try #require(event.body.climb)
        #expect(climb.from == 0 && climb.to == 1 && climb.skipped.isEmpty)
        #expect(logins(climb) == ["township.410102"])
        let clock = try #require(story.clock("ladder"))
        #expect(clock.cycle == 1 && clock.startedAt == event.at)
        #expect(try clock.dueAt == instant("10-26 17:30"))
        try story.wait(until: "10-26 17:30")
        let next = try #require(story.clock("ladder"))
        #expect(next.cycle == 2 && next.number > clock.number)
        let first = story.issue.clocks.first { $0.number == clock.number }
        #expect(first?.passedMarks == ["due"] && first?.isEnded == true)
        #expect(story.events.filter { $0.action == "climb" }.count == 1)
    }

    @Test func `passes a level at which nobody is found`() throws {
        let world = try without(["township.410102", "office.410102"])
        var story = try Story("10-09 09:00", world: world)
        try story.wait(until: "10-10 17:30")
        let climb = try #require(story.events.last?.body.climb)
        #expect(climb.to == 3 && logins(climb) == ["cityOffice1", "cityOffice2"])
        var other = try Story.dispatched(world: world, office: "cityOffice1")
        try other.wait(until: "10-22 17:30")
        let skipped = try #require(other.events.last { $0.action == "escalate" }?.body.climb)
        #expect(skipped.to == 3 && skipped.skipped == [1, 2])
    }

    @Test func `names the deputy of who is away, and says for whom`() throws {
        let directory = DemoWorld.directory
        let township = try #require(directory.person(login: "township.410102"))
        let deputy = try #require(directory.person(login: "township.410103"))
        let world = try DemoWorld.world(with: directory.sending(township, deputy: deputy))
        var story = try Story.dispatched(world: world)
        try story.wait(until: "10-22 17:30")
        let climb = try #require(story.events.last { $0.action == "escalate" }?.body.climb)
        #expect(logins(climb) == ["township.410103"])
        #expect(climb.holders.first?.insteadOf == [township.id])
        // Named, it may read the issue and take notice of it.
        try story.take(
            "acknowledgeEscalation", by: "township.410103", at: "10-23 10:00", ["text": "已督促"])
        #expect(story.clock("ladder") == nil)
    }

    @Test func `stands still once the officer named takes notice, and is for that one only`() throws
    {
        var story = try Story.dispatched()
        try story.wait(until: "10-22 17:30")
        let refusal = try story.refusal(
            "acknowledgeEscalation", by: "industry.head", at: "10-23 09:00", ["text": "示例"])
        #expect(refusal.forbids("acknowledgeEscalation"))
        try story.take(
            "acknowledgeEscalation", by: "township.410102", at: "10-23 10:00", ["text": "已督促"])
        try story.wait(until: "11-30 17:30")
        #expect(!story.events.contains { $0.action == "climb" })
        #expect(story.issue.attributes.level == 1)
    }

    @Test func `never names anybody of the unit complained of`() throws {
        var story = try Story.dispatched(
            filed: ["complainedUnit": "division.410102"], office: "cityOffice1")
        try story.wait(until: "10-22 17:30")
        let climb = try #require(story.events.last { $0.action == "escalate" }?.body.climb)
        // The township and the district office belong to the district.
        #expect(climb.to == 3 && climb.skipped == [1, 2])
    }

    @Test func `stands still while the issue waits for the enterprise`() throws {
        var story = try Story.inHandling()
        try story.take(
            "requestEscalation", by: "industry.head", at: "10-12 10:00", ["reason": "示例"])
        try story.take("suspend", by: "industry.handler", at: "10-12 11:00", ["reason": "示例"])
        #expect(story.clock("ladder")?.status == .paused)
        try story.take("resume", by: "enterprise", at: "10-15 11:00")
        #expect(try story.clock("ladder")?.dueAt == instant("10-16 17:30"))
    }

    @Test func `is not silenced by the office that owes the next step`() throws {
        var story = try Story("10-09 09:00")
        try story.wait(until: "10-10 17:30")
        try story.take("supervise", by: "office.410102", at: "10-12 09:00", ["text": "知道了"])
        #expect(story.clock("ladder") != nil)
        // But it ends once what was owed is done.
        try story.take("accept", by: "office.410102", at: "10-12 10:00")
        try story.take("dispatch", by: "office.410102", at: "10-12 10:10")
        #expect(story.clock("ladder") == nil)
    }

    @Test func `lets whoever has another post by now act no more`() throws {
        let directory = DemoWorld.directory
        var story = try Story.dispatched()
        try story.wait(until: "10-22 17:30")
        let named = try #require(directory.person(login: "township.410102"))
        let moved = Person(
            id: named.id, login: named.login, name: named.name, phone: nil,
            grants: [
                .init(role: .handler, unit: try #require(directory.unit(code: "customs")).id)
            ], pairedEnterprises: [])
        story.world = try DemoWorld.world(
            with: Directory(
                units: directory.units,
                persons: directory.persons.map { $0.id == named.id ? moved : $0 },
                divisions: directory.divisions))
        let refusal = try story.refusal(
            "acknowledgeEscalation", by: "township.410102", at: "10-23 10:00", ["text": "示例"])
        #expect(refusal.forbids("acknowledgeEscalation"))
    }

    @Test func `ends at the top: the mayor is told again, and no clock runs on`() throws {
        var story = try Story("10-09 09:00")
        try story.wait(until: "11-30 09:00")
        #expect(story.issue.attributes.level == 5 && story.clock("ladder") == nil)
    }

    @Test func `says nothing of what has ended`() throws {
        var story = try Story.dispatched()
        try story.wait(until: "10-22 17:30")
        try story.take("withdraw", by: "enterprise", at: "10-23 09:00")
        try story.wait(until: "11-30 17:30")
        #expect(story.events.last?.action == "withdraw")
    }

    @Test func `is climbed on the signature of the head of the unit`() throws {
        var story = try Story.inHandling()
        let event = try story.take(
            "requestEscalation", by: "industry.head", at: "10-12 10:00", ["reason": "需市级协调"])
        #expect(event.body.climb?.to == 1)
        #expect(story.clock("ladder") != nil)
    }

    @Test(arguments: [
        (Ladder.Way.pairing, "viceMayor"), (.chain, "viceMayor"), (.project, "viceMayor"),
    ])
    func `finds who is paired with enterprise, chain or project`(
        way: Ladder.Way, login: String
    ) throws {
        let directory = DemoWorld.directory
        let leader = try #require(directory.person(login: login))
        let subject: Pairing.Subject =
            switch way {
            case .chain: .chain("superhard")
            case .project: .project("P1")
            default: .enterprise(EnterpriseID(1))
            }
        let paired = Person(
            id: leader.id, login: leader.login, name: leader.name, phone: leader.phone,
            grants: leader.grants, pairings: [Pairing(subject: subject, level: 1)])
        let world = try DemoWorld.world(
            with: Directory(
                units: directory.units,
                persons: directory.persons.map { $0.id == leader.id ? paired : $0 },
                divisions: directory.divisions))
        var issue = try Story.dispatched().issue
        issue.attributes[.chains] = .list(["superhard"])
        issue.attributes[.project] = "P1"
        let search = HolderSearch(directory: world.directory, issue: issue, at: issue.updatedAt)
        let level = Ladder.Level(
            level: 1, label: Label(zh: "示例", en: "Sample"), finders: [.init(way: way)])
        #expect(search.holders(at: level).map(\.presence.person.login) == [login])
        let higher = Ladder.Level(level: 2, label: level.label, finders: level.finders)
        #expect(search.holders(at: higher).isEmpty)
    }

    private func logins(_ climb: Climb) -> [String] {
        climb.holders.compactMap { DemoWorld.directory.person($0.person)?.login }.sorted()
    }

    /// The demonstration without some of its people.
    private func without(_ logins: Set<String>) throws -> World {
        let directory = DemoWorld.directory
        return try DemoWorld.world(
            with: Directory(
                units: directory.units,
                persons: directory.persons.filter { !logins.contains($0.login) },
                divisions: directory.divisions))
    }
}
