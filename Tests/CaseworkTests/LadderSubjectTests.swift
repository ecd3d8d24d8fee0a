import Casework
import Languages
import Testing
import Walking
import Workflow
import WorkingTime

@Suite struct `The line above a unit` {
    @Test func `hears of an opinion that is missing, the next officer two days later`() throws {
        var story = try Story.inHandling(supporting: ["commerce"])
        try story.wait(until: "10-13 17:30")
        let lapses = story.events.filter { $0.action == "lapse" && owes("commerce", $0) }
        let lapse = try #require(lapses.first)
        #expect(lapses.count == 1)
        #expect(try told(lapse, "owingHead") == ["commerce.head"])
        #expect(try told(lapse, "unitHead") == ["industry.head"])
        try story.wait(until: "10-15 17:30")
        let presses = story.events.filter {
            $0.action == "pressForOpinion" && owes("commerce", $0)
        }
        let press = try #require(presses.first)
        #expect(presses.count == 1)
        #expect(try press.at == instant("10-15 17:30"))
        #expect(try told(press, "owingLeader") == ["viceMayor"])
    }

    @Test func `hears nothing of an opinion that came in time`() throws {
        var story = try Story.inHandling(supporting: ["commerce"])
        try story.take(
            "giveOpinion", by: "commerce.handler", at: "10-12 10:00", ["opinion": "无异议"])
        try story.wait(until: "10-15 17:30")
        #expect(!story.events.contains { owes("commerce", $0) && $0.action == "pressForOpinion" })
    }

    @Test func `is that of the successor where the unit was dissolved`() throws {
        let directory = DemoWorld.directory
        let finance = try #require(directory.unit(code: "finance"))
        let commerce = try #require(directory.unit(code: "commerce"))
        let dissolved = Unit(
            id: commerce.id, code: commerce.code, name: commerce.name, kind: commerce.kind,
            parent: commerce.parent, division: commerce.division, functions: commerce.functions,
            categories: [], aliases: [], dissolvedAt: try instant("10-12 09:00"),
            successor: finance.id)
        let world = try DemoWorld.world(
            with: Directory(
                units: directory.units.map { $0.id == commerce.id ? dissolved : $0 },
                persons: directory.persons, divisions: directory.divisions))
        var story = try Story.inHandling(supporting: ["commerce"], world: world)
        try story.wait(until: "10-13 17:30")
        let lapse = story.events.last { $0.action == "lapse" && owes("commerce", $0) }
        #expect(try told(#require(lapse), "owingHead") == ["finance.head"])
    }

    @Test func `leads to the counterpart above by function`() throws {
        let world = DemoWorld.world
        let unit = try #require(world.directory.unit(code: "commerce"))
        let counterpart = Unit(
            id: UnitID(9_001), code: "commerce.410102", name: unit.name, kind: unit.kind,
            parent: unit.parent, division: "410102", functions: unit.functions, categories: [],
            aliases: [])
        let search = HolderSearch(
            directory: world.directory, subject: .unit(counterpart), about: nil,
            at: try instant("10-09 09:00"))
        let level = try #require(world.ladders.unit.levels.last)
        #expect(search.holders(at: level).map(\.presence.person.login) == ["commerce.head"])
    }

    private func owes(_ unit: String, _ event: IssueEvent) -> Bool {
        event.body.clocks.contains { $0.kind == "support" && $0.party == unit }
    }
}

@Suite struct `The line above an officer` {
    @Test func `hears of one who was named and did not act`() throws {
        var story = try Story.dispatched()
        try story.wait(until: "10-26 17:30")
        let climb = try #require(story.events.last { $0.action == "climb" })
        // The township's head is its own head: the leader above is next.
        #expect(try told(climb, "superior") == ["viceMayor"])
    }

    @Test func `stands above the deputy who was named, and is told only where it sees the issue`()
        throws
    {
        let directory = DemoWorld.directory
        let away = try #require(directory.person(login: "township.410102"))
        let deputy = try #require(directory.person(login: "commerce.handler"))
        let world = try DemoWorld.world(with: directory.sending(away, deputy: deputy))
        var story = try Story.dispatched(world: world)
        try story.wait(until: "10-26 17:30")
        let climb = try #require(story.events.last { $0.action == "climb" })
        // The head of the deputy's bureau has nothing to do with the issue.
        #expect(try told(climb, "superior") == ["viceMayor"])
        var other = try Story.dispatched(supporting: ["commerce"], world: world)
        try other.wait(until: "10-26 17:30")
        let seen = try #require(other.events.last { $0.action == "climb" })
        #expect(try told(seen, "superior") == ["commerce.head"])
    }

    @Test func `is that of the post and the pairings that concern the issue`() throws {
        let directory = DemoWorld.directory
        let named = try #require(directory.person(login: "township.410102"))
        let leader = try #require(directory.person(login: "viceMayor"))
        let unit = try #require(directory.unit(code: "customs")).id
        // Handles for the customs too, and looks after a chain that the issue is not of.
        let busy = Person(
            id: named.id, login: named.login, name: named.name, phone: nil,
            grants: named.grants + [.init(role: .handler, unit: unit)],
            pairings: [Pairing(subject: .chain("superhard"))])
        let other = try #require(directory.person(login: "industry.head"))
        let paired = Person(
            id: other.id, login: other.login, name: other.name, phone: nil, grants: other.grants,
            pairings: [Pairing(subject: .chain("superhard"), level: 2)])
        let world = try DemoWorld.world(
            with: Directory(
                units: directory.units,
                persons: directory.persons.filter { $0.id != leader.id }
                    .map { [busy.id: busy, paired.id: paired][$0.id] ?? $0 },
                divisions: directory.divisions))
        var story = try Story.dispatched(world: world)
        try story.wait(until: "10-26 17:30")
        let climb = try #require(story.events.last { $0.action == "climb" })
        #expect(try told(climb, "superior").isEmpty)
    }

    @Test func `names nobody above itself`() throws {
        let world = DemoWorld.world
        let head = try #require(world.directory.person(login: "commerce.head"))
        let search = HolderSearch(
            directory: world.directory, subject: .officer(head), about: nil,
            at: try instant("10-09 09:00"))
        let found = world.ladders.officer.levels.map { level in
            search.holders(at: level).map(\.presence.person.login)
        }
        #expect(found == [["commerce.head"], [], ["viceMayor"]])
    }

    @Test(arguments: [Ladder.Way.pairing, .chain, .project])
    func `finds who is paired with the same at the level`(way: Ladder.Way) throws {
        let directory = DemoWorld.directory
        let subject: Pairing.Subject =
            switch way {
            case .chain: .chain("superhard")
            case .project: .project("P1")
            default: .enterprise(EnterpriseID(1))
            }
        func paired(_ login: String, level: Int) throws -> Person {
            let found = try #require(directory.person(login: login))
            return Person(
                id: found.id, login: found.login, name: found.name, phone: nil,
                grants: found.grants, pairings: [Pairing(subject: subject, level: level)])
        }
        let officer = try paired("industry.handler", level: 0)
        let leader = try paired("viceMayor", level: 2)
        let world = try DemoWorld.world(
            with: Directory(
                units: directory.units,
                persons: directory.persons.map {
                    [officer.id: officer, leader.id: leader][$0.id] ?? $0
                }, divisions: directory.divisions))
        let search = HolderSearch(
            directory: world.directory, subject: .officer(officer), about: nil,
            at: try instant("10-09 09:00"))
        let level = Ladder.Level(
            level: 2, label: Label(zh: "示例", en: "Sample"), finders: [.init(way: way)])
        #expect(search.holders(at: level).map(\.presence.person.login) == ["viceMayor"])
    }
}

/// The logins of those that an event told, by audience where one is named.
private func told(_ event: IssueEvent, _ audience: String? = nil) throws -> [String] {
    (event.body.told ?? []).filter { audience == nil || $0.audience == audience }
        .compactMap { DemoWorld.directory.person($0.person)?.login }.sorted()
}
