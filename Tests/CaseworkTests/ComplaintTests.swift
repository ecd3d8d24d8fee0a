import Casework
import Testing
import Walking
import Workflow
import WorkingTime

@Suite struct `A complaint about a unit` {
    /// The unit complained of, the office that has the issue, and people who have nothing to do with
    /// it: neither read, nor act, nor hear of it, nor are named.
    struct Case: Sendable, CustomTestStringConvertible {
        let about: String
        let office: String
        let officer: String
        let barred: [String]
        var testDescription: String { about }
    }

    static let cases = [
        Case(
            about: "office.410102", office: "office.410100", officer: "cityOffice1",
            barred: ["office.410102"]),
        Case(
            about: "division.410102", office: "office.410100", officer: "cityOffice1",
            barred: ["office.410102", "division.410102"]),
        Case(
            about: "office.410100", office: "discipline", officer: "discipline.head",
            barred: ["cityOffice1", "cityOffice2", "office.410102"]),
        Case(
            about: "zhengzhou", office: "discipline", officer: "discipline.handler",
            barred: [
                "cityOffice1", "office.410102", "viceMayor", "caller", "auditor", "industry.head",
                "taskForce.production",
            ]),
        Case(
            about: "discipline", office: "office.410102", officer: "office.410102",
            barred: ["discipline.head", "discipline.handler"]),
        Case(
            about: "commerce", office: "office.410102", officer: "office.410102",
            barred: ["commerce.handler", "commerce.head"]),
    ]

    @Test(arguments: cases)
    func `goes to the next office that it does not concern, and to nobody whom it does`(
        _ one: Case
    ) throws {
        var story = try Story("10-09 09:00", fields: ["complainedUnit": .text(one.about)])
        #expect(story.issue.attributes.office == one.office)
        #expect(story.world.hasSomebody(for: story.issue, at: story.issue.updatedAt))
        #expect(try sees(one.officer, story))
        #expect(try sees("officer1", story))
        for login in one.barred {
            #expect(try !sees(login, story), "\(login)")
            let refusal = try story.refusal(
                "note", by: login, at: "10-09 09:10",
                ["text": "示例", "visibility": "internal"])
            #expect(refusal == .unknownIssue, "\(login)")
        }
        try story.take("accept", by: one.officer, at: "10-09 09:20")
        // Nothing else happens: every mark passes, and it climbs as far as it can.
        try story.wait(until: "12-15 09:00")
        let barred = Set(try one.barred.map { try person($0).id })
        let told = story.events.flatMap { $0.body.told ?? [] }.map(\.person)
        let named = story.events.flatMap { $0.body.climb?.holders ?? [] }.map(\.person)
        #expect(barred.isDisjoint(with: told + named))
        #expect(try told.contains(person(one.officer).id))
        #expect(story.world.hasSomebody(for: story.issue, at: story.issue.updatedAt))
    }

    /// The office above, where there is a dispute or the work is raised, is asked the same question.
    @Test(arguments: [
        ("commerce", "office.410102", "office.410100"),
        ("discipline", "office.410102", "office.410100"),
        ("discipline", "office.410100", nil), ("division.410102", "office.410100", "discipline"),
        ("office.410100", "discipline", nil), ("zhengzhou", "discipline", nil),
    ])
    func `is raised to the next office that it does not concern`(
        about: String, from: String, to: String?
    ) throws {
        let story = try Story("10-09 09:00", fields: ["complainedUnit": .text(about)])
        let office = try #require(story.world.directory.unit(code: from))
        let above = story.world.directory.officeAbove(
            office, for: story.issue, at: story.issue.updatedAt)
        #expect(above?.code == to)
    }

    @Test func `is told of an issue like any other where nothing is complained of`() throws {
        var story = try Story("10-09 09:00")
        try story.wait(until: "12-15 09:00")
        let inspectors = Set(
            try ["discipline.head", "discipline.handler"].map { try person($0).id })
        let told = story.events.flatMap { $0.body.told ?? [] }.map(\.person)
        let named = story.events.flatMap { $0.body.climb?.holders ?? [] }.map(\.person)
        #expect(!named.isEmpty && inspectors.isDisjoint(with: told + named))
        #expect(try !sees("discipline.head", story))
    }

    @Test func `is refused where nobody could have it`() throws {
        let world = try DemoWorld.world(with: DemoWorld.directory.withoutInspection)
        #expect {
            _ = try Story("10-09 09:00", fields: ["complainedUnit": "zhengzhou"], world: world)
        } throws: { error in
            guard case Refusal.invalidFields(let faults)? = error as? Refusal else { return false }
            return faults.map(\.field) == ["issues/0/complainedUnit"]
        }
    }

    @Test func `has nobody in whoever filed it, where nobody could go on after that one`() throws {
        var story = try Story(
            "10-09 09:00", fields: ["complainedUnit": "commerce", "class": "D"])
        try story.take("accept", by: "office.410102", at: "10-09 09:20")
        let at = story.issue.updatedAt
        #expect(story.world.hasSomebody(for: story.issue, at: at))
        // It may still be answered by its filer, and then no office reviews that.
        let directory = DemoWorld.directory
        story.world = try DemoWorld.world(
            with: directory.without { $0.holds(.districtOffice) || $0.holds(.cityOffice) })
        #expect(try sees("officer1", story))
        #expect(!story.world.hasSomebody(for: story.issue, at: at))
        let draft = try Story("10-09 09:00", action: "saveDraft")
        #expect(draft.world.hasSomebody(for: draft.issue, at: at))
        #expect(!story.world.hasSomebody(for: draft.issue, at: at))
        let leaderless = try DemoWorld.world(with: directory.without { $0.holds(.serviceOfficer) })
        #expect(!leaderless.hasSomebody(for: draft.issue, at: at))
    }

    @Test func `is not taken where only who files it could go on with it`() throws {
        let world = DemoWorld.world
        let assistance = DemoWorld.assistance
        let changed = World(
            definitions: PublishedDefinitions([
                PublishedWorkflow(
                    id: assistance.id, version: assistance.version,
                    definition: assistance.definition.leftToFilers)
            ]), calendars: world.calendars, directory: world.directory, routing: world.routing,
            ladders: world.ladders)
        _ = try Story("10-09 09:00", world: changed)
        #expect {
            _ = try Story(
                "10-09 09:00", fields: ["complainedUnit": "commerce"], world: changed)
        } throws: { error in
            guard case Refusal.invalidFields(let faults)? = error as? Refusal else { return false }
            return faults.map(\.field) == ["issues/0/complainedUnit"]
        }
    }

    @Test func `has somebody in the enterprise for as long as its window lasts`() throws {
        let story = try Story.awaitingEvaluation()
        let due = try #require(story.clock("evaluate")?.dueAt)
        let mute = try DemoWorld.world(
            with: DemoWorld.directory.without { $0.holds(.caller) })
        #expect(mute.hasSomebody(for: story.issue, at: due.adding(seconds: -1)))
        #expect(!mute.hasSomebody(for: story.issue, at: due))
        #expect(story.world.hasSomebody(for: story.issue, at: due))
    }

    /// Effects put the unit of whoever acts in the lead: not where it is complained of.
    @Test func `is never led by the unit that it is about, whoever puts it there`() throws {
        let fields: [String: FieldValue] = ["complainedUnit": "division.410102", "class": "D"]
        var story = try Story("10-09 09:00", fields: fields)
        try story.take("accept", by: "cityOffice1", at: "10-09 09:20")
        let answer: [String: FieldValue] = [
            "reply": "示例", "result": "explained", "reference": "示例", "outcome": Story.outcome,
        ]
        try Self.expectComplained(
            story.refusal("answerDirectly", by: "officer1", at: "10-09 09:30", answer))
        var draft = try Story("10-09 09:00", fields: fields, action: "saveDraft")
        let solved: [String: FieldValue] = [
            "reply": "示例", "result": "solved", "outcome": Story.outcome,
            "evidence": Story.evidence,
        ]
        try Self.expectComplained(
            draft.refusal("solveOnSite", by: "officer1", at: "10-09 09:30", solved))
        var delivery = try Self.delivery(about: "zhengzhou")
        try Self.expectComplained(
            delivery.refusal(
                "solveOnSite", by: "officer1", at: "10-09 09:30", ["evidence": Story.evidence]))
    }

    private static func expectComplained(_ refusal: Refusal) {
        guard case .guardFailed(_, let failure, _) = refusal else {
            Issue.record("\(refusal)")
            return
        }
        #expect(failure.name.hasPrefix("notComplainedOf"))
    }

    private static func delivery(about unit: String) throws -> Story {
        try Story(
            "10-09 09:00",
            fields: ["complainedUnit": .text(unit), "category": "LAB", "deliveryKind": "service"],
            workflow: DemoWorld.deliveries)
    }

    /// Only task forces dispatch deliveries, and only callers ask by telephone.
    @Test func `is led on by the office that has it where it concerns everybody else`() throws {
        var story = try Self.delivery(about: "zhengzhou")
        #expect(story.issue.attributes.office == "discipline")
        #expect(story.world.hasSomebody(for: story.issue, at: story.issue.updatedAt))
        try story.take(
            "dispatch", by: "discipline.head", at: "10-09 09:20",
            ["leadUnit": "discipline", "reason": "示例"])
        var other = try Self.delivery(about: "commerce")
        #expect(
            try other.refusal("dispatch", by: "office.410102", at: "10-09 09:20")
                .forbids("dispatch"))
    }

    @Test func `is not taken over with those handling whom it is about`() throws {
        for (field, value) in [
            ("handler", FieldValue.text("industry.handler")),
            ("supportingUnits", .list([.text("industry")])),
        ] {
            #expect {
                _ = try Story(
                    "10-12 09:00",
                    fields: [
                        "complainedUnit": "industry", "state": "inHandling",
                        "leadUnit": "commerce", "receivedOn": "2026-10-09",
                        "dispatchedOn": "2026-10-09", field: value,
                    ], by: "administrator.system", action: "adopt")
            } throws: { error in
                guard case Refusal.invalidFields(let faults)? = error as? Refusal else {
                    Issue.record("\(error)")
                    return false
                }
                return faults.map(\.field) == ["issues/0/\(field)"]
            }
        }
    }

    private func sees(_ login: String, _ story: Story) throws -> Bool {
        story.world.directory.scope(of: .person(try person(login)), at: story.issue.updatedAt)
            .sees(story.issue, in: story.world.directory)
    }
}

extension Directory {
    /// The same people, but for those who inspect.
    fileprivate var withoutInspection: Directory {
        without { $0.login.hasPrefix("discipline.") }
    }

    fileprivate func without(_ isGone: (Person) -> Bool) -> Directory {
        Directory(
            units: units, persons: persons.filter { !isGone($0) }, divisions: divisions,
            projects: projects, chains: chains)
    }
}

extension WorkflowDefinition {
    /// The same procedure with whatever units, offices and leaders do left to whoever filed.
    fileprivate var leftToFilers: WorkflowDefinition {
        WorkflowDefinition(
            id: id, version: version, label: label, calendar: calendar,
            requiresDeliveryKind: requiresDeliveryKind, defaultClass: defaultClass,
            states: states, classes: classes, categories: categories, counters: counters,
            clocks: clocks,
            actions: actions.map { action in
                ActionDefinition(
                    name: action.name, label: action.label, isAutomatic: action.isAutomatic,
                    isAdoption: action.isAdoption, isTelephoned: action.isTelephoned,
                    rights: action.rights.map { right in
                        right.relation == .any
                            ? right : Right(role: .serviceOfficer, relation: .filer)
                    },
                    transitions: action.transitions, fields: action.fields,
                    guards: action.guards, effects: action.effects)
            }, roles: roles)
    }
}
