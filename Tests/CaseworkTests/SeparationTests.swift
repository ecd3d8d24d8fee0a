import Casework
import Languages
import Testing
import Walking
import Workflow
import WorkingTime

@Suite struct `Separation of duties` {
    static let approve: [String: FieldValue] = ["grade": "good"]

    @Test(arguments: ["reportResolved", "proposeResolution", "claim"])
    func `whoever took part in handling can't approve`(part: String) throws {
        // Somebody who is head and handler of the bureau and works in the office besides.
        let units = try ["industry", "division.410102"].map {
            try #require(DemoWorld.directory.unit(code: $0)).id
        }
        let double = Person(
            id: PersonID(900), login: "double", name: "示例·兼职", phone: nil,
            grants: [
                Person.Grant(role: .handler, unit: units[0]),
                Person.Grant(role: .unitHead, unit: units[0]),
                Person.Grant(role: .districtOffice, unit: units[1]),
            ], pairedEnterprises: [])
        let world = try DemoWorld.world(with: DemoWorld.directory.adding(persons: [double]))
        var story = try Story.inHandling(world: world)
        let who = { (action: String, usual: String) in action == part ? "double" : usual }
        try story.take("claim", by: who("claim", "industry.handler"), at: "10-09 11:30")
        try story.giveOpinion(at: "10-09 14:00")
        try story.take(
            "proposeResolution", by: who("proposeResolution", "industry.handler"),
            at: "10-12 10:00",
            [
                "reply": "已解决", "result": "solved", "outcome": Story.outcome,
                "evidence": Story.evidence,
            ])
        try story.take(
            "reportResolved", by: who("reportResolved", "industry.head"), at: "10-12 10:30",
            ["evidence": Story.evidence])
        let refusal = try story.refusal(
            "approveResolution", by: "double", at: "10-12 11:00", Self.approve)
        #expect(refusal.forbids("approveResolution"))
        try story.take("approveResolution", by: "office.410102", at: "10-12 11:00", Self.approve)
    }

    /// Proposes in the state of handling.
    private static func propose(_ story: inout Story, by login: String) throws {
        try story.giveOpinion(at: "10-09 14:00")
        try story.take(
            "proposeResolution", by: login, at: "10-12 10:00",
            [
                "reply": "已解决", "result": "solved", "outcome": Story.outcome,
                "evidence": Story.evidence,
            ])
    }

    private static let sign: [String: FieldValue] = ["evidence": Story.evidence]

    @Test func `whoever proposed does not sign, as deputy neither, by whatever way`() throws {
        let directory = DemoWorld.directory
        let (head, handler) = (try person("industry.head"), try person("industry.handler"))
        let world = try DemoWorld.world(
            with: Directory(
                units: directory.units, persons: directory.persons, divisions: directory.divisions,
                absences: [head.id: [Absence(validity: .always, deputy: handler.id)]]))
        var story = try Story.inHandling(world: world)
        try Self.propose(&story, by: "industry.handler")
        #expect(
            try story.refusal(
                "reportResolved", by: "industry.handler", at: "10-12 10:30", Self.sign
            ).forbids("reportResolved"))
        let returned = try story.take(
            "returnToHandler", by: "industry.handler", at: "10-12 10:40", ["reason": "示例"])
        #expect(returned.body.onBehalfOf == head.id)
        #expect(
            try story.refusal(
                "reportResolved", by: "industry.handler", at: "10-12 10:50", Self.sign
            ).forbids("reportResolved"))
        // Somebody else is always there: whoever is in charge of the unit.
        try story.take(
            "proposeResolution", by: "industry.handler", at: "10-12 11:00",
            [
                "reply": "已解决", "result": "solved", "outcome": Story.outcome,
                "evidence": Story.evidence,
            ])
        let signed = try story.take(
            "reportResolved", by: "viceMayor", at: "10-12 11:10", Self.sign)
        #expect(signed.to == "reportedResolved" && signed.body.onBehalfOf == nil)
    }

    @Test func `a head signs what another proposed, and the one in charge only what is proposed`()
        throws
    {
        var story = try Story.inHandling()
        #expect(
            try story.refusal("reportResolved", by: "viceMayor", at: "10-09 13:00", Self.sign)
                .forbids("reportResolved"))
        try Self.propose(&story, by: "industry.handler")
        try story.take("reportResolved", by: "industry.head", at: "10-12 10:30", Self.sign)
    }

    @Test func `a unit of one person is not stranded by its own proposal`() throws {
        let directory = DemoWorld.directory
        let industry = try #require(directory.unit(code: "industry")).id
        let single = Person(
            id: PersonID(901), login: "single", name: "示例·单人单位", phone: nil,
            grants: [
                Person.Grant(role: .handler, unit: industry),
                Person.Grant(role: .unitHead, unit: industry),
            ], pairedEnterprises: [])
        let others = directory.persons.filter { person in
            !person.grants.contains {
                $0.role == .leader || $0.unit == industry && $0.role == .unitHead
            }
        }
        let world = try DemoWorld.world(
            with: Directory(
                units: directory.units, persons: others + [single],
                divisions: directory.divisions))
        var story = try Story.inHandling(world: world)
        try Self.propose(&story, by: "single")
        #expect(
            try story.refusal("reportResolved", by: "single", at: "10-12 10:30", Self.sign)
                .forbids("reportResolved"))
        try story.take("returnToHandler", by: "single", at: "10-12 10:40", ["reason": "示例"])
        try story.take("reportResolved", by: "single", at: "10-12 10:50", Self.sign)
    }

    @Test(arguments: ["officer1", "office.410102", "industry.head", "viceMayor", "caller"])
    func `nobody but the enterprise evaluates`(who: String) throws {
        var story = try Story.awaitingEvaluation()
        let refusal = try story.refusal(
            "evaluate", by: who, at: "10-13 09:00", ["evaluation": "satisfied"])
        #expect(refusal.forbids("evaluate") || refusal == .unknownIssue)
    }

    @Test func `a deputy that has the role itself acts for whose issue it is`() throws {
        let one = try person("officer1")
        let two = try person("officer2")
        let directory = DemoWorld.directory
        let world = try DemoWorld.world(with: directory.sending(one, deputy: two))
        var story = try Story("10-09 09:00", world: world)
        let fields: [String: FieldValue] = ["title": "更正", "reason": "示例"]
        let event = try story.take("amend", by: "officer2", at: "10-09 09:10", fields)
        #expect(event.by.person == two.id && event.body.onBehalfOf == one.id)
        let own = try story.take("amend", by: "officer1", at: "10-09 09:20", fields)
        #expect(own.body.onBehalfOf == nil)
    }

    @Test func `a deputy of the same unit acts for the handler whose issue it is`() throws {
        let directory = DemoWorld.directory
        let industry = try #require(directory.unit(code: "industry")).id
        let handler = try person("industry.handler")
        let deputy = Person(
            id: PersonID(902), login: "colleague", name: "示例·同事", phone: nil,
            grants: [Person.Grant(role: .handler, unit: industry)], pairedEnterprises: [])
        var story = try Story.inHandling()
        try story.take("claim", by: "industry.handler", at: "10-09 13:00")
        story.world = try DemoWorld.world(
            with: Directory(
                units: directory.units, persons: directory.persons + [deputy],
                divisions: directory.divisions,
                absences: [handler.id: [Absence(validity: .always, deputy: deputy.id)]]))
        let event = try story.take(
            "reportProgress", by: "colleague", at: "10-09 14:00", ["text": "示例"])
        #expect(event.by.person == deputy.id && event.body.onBehalfOf == handler.id)
    }

    @Test func `no role of administration passes to another administrator, and none to a program`()
        throws
    {
        let directory = DemoWorld.directory
        let names = ["administrator.system", "administrator.security", "caller", "integrator"]
        let people = try names.map { try person($0) }
        let world = Directory(
            units: directory.units, persons: directory.persons, divisions: directory.divisions,
            absences: [
                people[0].id: [Absence(validity: .always, deputy: people[1].id)],
                people[2].id: [Absence(validity: .always, deputy: people[3].id)],
            ])
        let at = try instant("10-09 09:00")
        #expect(world.acting(people[1], at: at).grants == people[1].grants)
        #expect(world.acting(people[3], at: at).grants == people[3].grants)
        // Nor is anything of the absent one read by that, nor the other named in its place.
        for (absent, deputy) in [(people[0], people[1]), (people[2], people[3])] {
            #expect(world.acting(deputy, at: at).standsInFor.isEmpty)
            #expect(world.present(absent, at: at) == nil)
        }
        func obstacle(
            _ deputy: String, _ absent: String, by rule: SubstitutionRule = .usual
        ) throws -> SubstitutionRule.Obstacle? {
            directory.obstacle(
                to: try person(deputy), standingInFor: try person(absent), by: rule, at: at)
        }
        #expect(try obstacle("administrator.security", "administrator.system") == .administration)
        #expect(try obstacle("integrator", "caller") == .program)
        #expect(
            try obstacle("science.handler", "caller") == .elsewhere(.caller, [.unit, .aboveUnit]))
        #expect(try obstacle("viceMayor", "science.handler") == nil)
        #expect(try obstacle("industry.handler", "industry.head") == nil)
        #expect(
            try obstacle("commerce.head", "industry.head")
                == .elsewhere(.unitHead, [.unit, .aboveUnit]))
        // A ladder of its own says otherwise.
        let own = SubstitutionRule(longestInDays: 30, places: [.handler: [.unit]])
        #expect(try obstacle("industry.head", "industry.handler", by: own) == nil)
        #expect(
            try obstacle("viceMayor", "science.handler", by: own) == .elsewhere(.handler, [.unit]))
        #expect(try obstacle("industry.handler", "industry.head", by: own) == .kept(.unitHead))
        // An administrator's role stays apart, whatever the ladder says.
        #expect(
            try obstacle("administrator.security", "administrator.system", by: .usual)
                == .administration)
    }

    @Test func `who stands in is told before it begins, and a head of who is away`() throws {
        let directory = DemoWorld.directory
        let (head, handler) = (try person("industry.head"), try person("industry.handler"))
        let away = Validity(
            from: try instant("10-12 00:00"), until: try instant("10-17 00:00"))
        let world = Directory(
            units: directory.units, persons: directory.persons, divisions: directory.divisions,
            absences: [handler.id: [Absence(validity: away, deputy: head.id)]])
        func standing(_ now: String, upTo horizon: String) throws -> [PersonID] {
            world.standingIn(head, from: try instant(now), upTo: try instant(horizon))
                .map(\.person.id)
        }
        #expect(try standing("10-09 09:00", upTo: "10-11 09:00").isEmpty)
        #expect(try standing("10-09 09:00", upTo: "10-23 09:00") == [handler.id])
        #expect(try standing("10-16 23:00", upTo: "10-30 23:00") == [handler.id])
        #expect(try standing("10-17 00:00", upTo: "10-31 00:00").isEmpty)
        let led = world.away(ledBy: head, at: try instant("10-12 09:00"))
        #expect(led.map(\.person.id) == [handler.id] && led.map(\.deputy) == [head.id])
        #expect(world.away(ledBy: head, at: try instant("10-11 09:00")).isEmpty)
        let stranger = try person("commerce.head")
        #expect(world.away(ledBy: stranger, at: try instant("10-12 09:00")).isEmpty)
    }

    @Test func `who stands in for one that has left is told so, and a head of the unit`() throws {
        let directory = DemoWorld.directory
        let (head, handler) = (try person("industry.head"), try person("industry.handler"))
        let leaver = Person(
            id: handler.id, login: handler.login, name: handler.name, phone: nil,
            grants: handler.grants, pairings: [], leftAt: try instant("10-12 00:00"))
        let world = Directory(
            units: directory.units,
            persons: directory.persons.map { $0.id == leaver.id ? leaver : $0 },
            divisions: directory.divisions, deputies: [leaver.id: [head.id]])
        for (now, isShown) in [
            ("10-09 09:00", false), ("10-12 00:00", true), ("12-31 23:00", true),
        ] {
            let at = try instant(now)
            let standing = world.standingIn(head, from: at, upTo: at)
            #expect(standing.map(\.person.id) == (isShown ? [leaver.id] : []), "\(now)")
            #expect(standing.allSatisfy { $0.hasLeft && $0.deputy == head.id })
            #expect(world.away(ledBy: head, at: at).map(\.person.id) == standing.map(\.person.id))
            // Listed also before it begins.
            #expect(world.vacancies(concerning: head, at: at).map(\.person.id) == [leaver.id])
        }
        let last = try #require(
            world.vacancies(concerning: head, at: try instant("10-12 00:00")).first)
        #expect(last.validity.until == (try instant("10-12 00:00")).adding(seconds: 90 * 86_400))
        let over = try #require(last.validity.until)
        #expect(world.vacancies(concerning: head, at: over).isEmpty)
        #expect(world.away(ledBy: head, at: over).isEmpty)
        let stranger = try person("commerce.head")
        #expect(world.vacancies(concerning: stranger, at: try instant("10-12 00:00")).isEmpty)
    }

    @Test func `a link opens only its own issue`() throws {
        let story = try Story.awaitingEvaluation()
        let scope = Scope(of: .enterprise(IssueID(2), link: 1), in: DemoWorld.directory)
        #expect(!scope.sees(story.issue, in: DemoWorld.directory))
    }

    @Test func `the unit complained of sees nothing, supports nothing and is told nothing`() throws
    {
        // Its own campaign office may not read it either: the city's has it.
        var story = try Story.dispatched(
            filed: ["complainedUnit": "division.410102"], office: "cityOffice1")
        #expect(story.issue.attributes.isConfidential)
        #expect(story.issue.attributes.supportingUnits.isEmpty)
        let refusal = try story.refusal(
            "note", by: "division.410102", at: "10-09 12:00",
            ["text": "示例", "visibility": "internal"])
        #expect(refusal == .unknownIssue)
        let ofItsOffice = try story.refusal(
            "remind", by: "office.410102", at: "10-09 12:10", ["text": "示例"])
        #expect(ofItsOffice == .unknownIssue)
        try story.wait(until: "11-30 09:00")
        let complained = try person("division.410102").id
        #expect(!story.events.flatMap { $0.body.told ?? [] }.contains { $0.person == complained })
    }

    @Test(arguments: ["leadUnit", "supportingUnits"])
    func `the unit complained of can't be given the issue`(field: String) throws {
        var story = try Story("10-09 09:00", fields: ["complainedUnit": "commerce"])
        try story.take("accept", by: "office.410102", at: "10-09 09:20")
        let fields: [String: FieldValue] =
            field == "leadUnit"
            ? ["leadUnit": "commerce"]
            : ["leadUnit": "industry", "supportingUnits": .list(["commerce"])]
        let refusal = try story.refusal("dispatch", by: "office.410102", at: "10-09 10:00", fields)
        #expect(refusal.kind == "guardFailed")
    }

    @Test func `the jurisdiction always supports`() throws {
        let story = try Story.dispatched(supporting: ["commerce", "commerce", "industry"])
        #expect(story.issue.attributes.supportingUnits == ["commerce", "division.410102"])
    }

    @Test func `a task force without categories sees the division that it may act in`() throws {
        let city = try #require(DemoWorld.directory.unit(code: "zhengzhou")).id
        let unit = Unit(
            id: UnitID(900), code: "taskForce.demo", name: Label(zh: "示例专班", en: "Demo"),
            kind: .taskForce, parent: city, division: "410102", functions: [], categories: [],
            aliases: [])
        let member = Person(
            id: PersonID(900), login: "member", name: "示例·专班", phone: nil,
            grants: [Person.Grant(role: .taskForce, unit: unit.id)], pairedEnterprises: [])
        let world = try DemoWorld.world(
            with: DemoWorld.directory.adding(units: [unit], persons: [member]))
        var story = try Story.inHandling(world: world)
        try story.take("convene", by: "member", at: "10-09 14:00")
        #expect(story.issue.state == "coordinating")
    }
}
