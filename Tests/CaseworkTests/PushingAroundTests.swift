import Casework
import Languages
import Testing
import Walking
import Workflow
import WorkingTime

@Suite struct `An issue that is pushed around` {
    static let sendBack: [String: FieldValue] = [
        "reasonCode": "notOurCompetence", "legalBasis": "示例依据", "proposedUnit": "commerce",
    ]

    @Test func `charges the unit that it is taken from with the working time there`() throws {
        var story = try Story.inHandling()
        try story.take("sendBack", by: "industry.head", at: "10-10 10:00", Self.sendBack)
        let event = try story.take(
            "uphold", by: "office.410102", at: "10-10 15:00",
            ["leadUnit": "commerce", "reason": "示例"])
        let charge = try #require(event.body.charge)
        #expect(charge.unit == "industry")
        // Friday 10:00 until it was sent back on Saturday at 10:00, a working day: 2 + 4 hours, then 1.
        #expect(charge.workingSeconds == 7 * 3600)
        #expect(try charge.until == instant("10-10 10:00"))
        #expect(try charge.since == instant("10-09 10:00"))
        #expect(charge.dispatchedBy == (try story.principal("office.410102").personID))
        #expect(charge.wasProposed == false)
        #expect(
            story.issue.attributes.recorded.charges == ["industry": charge.workingSeconds])
    }

    @Test func `keeps what was proposed beside what was chosen`() throws {
        var story = try Story("10-09 09:00")
        try story.take("accept", by: "office.410102", at: "10-09 09:20")
        let refusal = try story.refusal(
            "dispatch", by: "office.410102", at: "10-09 10:00", ["leadUnit": "industry"])
        guard case .guardFailed(_, let failure, _) = refusal else {
            Issue.record("\(refusal)")
            return
        }
        #expect(failure.name == "reasonedOverride(reason)")
        #expect(failure.reason.zh.contains("人力资源"))
        var other = story
        let overridden = try story.take(
            "dispatch", by: "office.410102", at: "10-09 10:00",
            ["leadUnit": "industry", "reason": "示例"])
        #expect(overridden.body.proposal?.lead == "humanResources")
        #expect(overridden.body.proposal?.basis == "override")
        // Without a lead the proposal is confirmed, with its supporting units.
        let confirmed = try other.take("dispatch", by: "office.410102", at: "10-09 10:00")
        #expect(confirmed.body.proposal?.basis == "proposal")
        #expect(other.issue.attributes.leadUnit == "humanResources")
        #expect(other.issue.attributes.supportingUnits == ["industry", "division.410102"])
    }

    @Test func `goes to the office above after three dispatches, whose word is final`() throws {
        var story = try Story.inHandling()
        for (unit, time) in [("commerce", "10-09 14:00"), ("humanResources", "10-09 15:00")] {
            try story.take(
                "transfer", by: "office.410102", at: time,
                ["leadUnit": .text(unit), "reason": "示例"])
            try story.take("acknowledge", by: "\(unit).handler", at: time)
        }
        #expect(story.issue.attributes.count("dispatches") == 3)
        let refusal = try story.refusal(
            "transfer", by: "office.410102", at: "10-09 16:00",
            ["leadUnit": "industry", "reason": "示例"])
        guard case .guardFailed(_, let failure, _) = refusal else {
            Issue.record("\(refusal)")
            return
        }
        #expect(failure.name == "atMostTimes(dispatches, 3)")
        var asked = story
        // The third unit objects: the objection is ruled on one level up.
        try story.take("sendBack", by: "humanResources.head", at: "10-09 16:30", Self.sendBack)
        #expect(story.issue.attributes.office == "office.410100")
        let late = try story.refusal(
            "uphold", by: "cityOffice1", at: "10-09 16:40",
            ["leadUnit": "commerce", "reason": "示例"])
        #expect(late.isGuard("isNotSet(arbitrationAskedAt)"))
        try story.take(
            "arbitrate", by: "cityOffice1", at: "10-09 16:50",
            ["leadUnit": "finance", "reason": "示例"])
        try story.take("acknowledge", by: "finance.handler", at: "10-09 17:00")
        let again = try story.refusal(
            "sendBack", by: "finance.head", at: "10-09 17:10", Self.sendBack)
        #expect(
            again.isGuard("atMostTimes(sendBacks, 1)") || again.isGuard("isNotSet(arbitratedAt)"))
        // Or the office itself asks.
        try asked.take(
            "requestArbitration", by: "office.410102", at: "10-09 16:30", ["reason": "示例"])
        #expect(asked.issue.attributes.office == "office.410100")
        let other = try asked.refusal(
            "arbitrate", by: "office.410102", at: "10-09 16:40",
            ["leadUnit": "commerce", "reason": "示例"])
        #expect(other.forbids("arbitrate"))
    }

    @Test func `is not sent to the unit that has it, nor proposed to one that sent it back`() throws
    {
        var story = try Story.inHandling()
        let same = try story.refusal(
            "transfer", by: "office.410102", at: "10-09 14:00",
            ["leadUnit": "industry", "reason": "示例"])
        #expect(same.isGuard("anotherLead(leadUnit)"))
        try story.take("sendBack", by: "industry.head", at: "10-09 15:00", Self.sendBack)
        let again = try story.refusal(
            "uphold", by: "office.410102", at: "10-09 15:10",
            ["leadUnit": "industry", "reason": "示例"])
        #expect(again.isGuard("anotherLead(leadUnit)"))
        var question = RoutingQuestion(
            story.issue, roles: DemoWorld.assistance.definition.roles)
        question.category = "MAT"
        let router = DemoWorld.world.router(at: story.issue.updatedAt)
        #expect(router.proposal(for: question).lead?.code == "division.410102")
    }

    @Test func `owes the next report by the date of this report or by its class, no other`() throws
    {
        var story = try Story.inHandling()
        try story.take(
            "reclassify", by: "office.410102", at: "10-09 14:00", ["class": "B", "reason": "示例"])
        try story.take(
            "reportProgress", by: "industry.handler", at: "10-09 15:00",
            ["text": "示例", "nextReportOn": "2026-10-20"])
        #expect(story.issue.liveClocks("nextReport").map(\.dueAt) == [try instant("10-20 17:30")])
        // Without a date the class's limit counts: seven working days from that Friday.
        try story.take(
            "reportProgress", by: "industry.handler", at: "10-09 16:00", ["text": "示例"])
        #expect(story.issue.liveClocks("nextReport").map(\.dueAt) == [try instant("10-19 17:30")])
        // Class C owes none: the next unit does not inherit what the last one owed.
        try story.take(
            "reclassify", by: "office.410102", at: "10-09 16:10", ["class": "C", "reason": "示例"])
        try story.take(
            "transfer", by: "office.410102", at: "10-09 16:20",
            ["leadUnit": "commerce", "reason": "示例"])
        #expect(story.issue.liveClocks("nextReport").isEmpty)
    }

    @Test func `is raised upwards only`() throws {
        var story = try Story.inHandling()
        let refusal = try story.refusal(
            "raise", by: "viceMayor", at: "10-09 14:00",
            ["leadUnit": "finance", "reason": "示例"])
        #expect(refusal.isGuard("leadAbove(leadUnit)"))
    }

    @Test func `goes elsewhere after a meeting as a dispatch like any other`() throws {
        var story = try Story.inHandling()
        try story.take("convene", by: "taskForce.production", at: "10-09 14:00")
        let lead = try story.refusal(
            "conclude", by: "taskForce.production", at: "10-09 15:00",
            ["minutes": "示例", "leadUnit": "finance"])
        guard case .invalidFields = lead else {
            Issue.record("\(lead)")
            return
        }
        try story.take(
            "conclude", by: "taskForce.production", at: "10-09 15:00", ["minutes": "示例"])
        let event = try story.take(
            "transfer", by: "cityOffice1", at: "10-09 15:00",
            ["leadUnit": "finance", "reason": "示例"])
        #expect(story.issue.attributes.count("dispatches") == 2)
        #expect(event.body.charge?.unit == "industry")
        #expect(event.body.told?.isEmpty == false)
        // Who sent it there is charged for it, if it was wrong again.
        try story.take("acknowledge", by: "finance.handler", at: "10-09 16:00")
        let next = try story.take(
            "transfer", by: "office.410102", at: "10-10 10:00",
            ["leadUnit": "humanResources", "reason": "示例"])
        #expect(next.body.charge?.wasProposed == false)
        #expect(
            next.body.charge?.dispatchedBy
                == (try story.principal("cityOffice1").personID))
    }

    @Test func `is charged to the unit only while that had it in its hands`() throws {
        var story = try Story.awaitingEvaluation()
        try story.take(
            "evaluate", by: "enterprise", at: "10-15 09:00",
            ["evaluation": "dissatisfied", "reason": "示例"])
        let event = try story.take(
            "redispatch", by: "office.410102", at: "10-15 10:00",
            ["leadUnit": "finance", "reason": "示例"])
        // Redispatching after an evaluation says nothing of where it belonged.
        #expect(event.body.charge == nil)
        var sent = try Story.inHandling()
        try sent.take("sendBack", by: "industry.head", at: "10-10 10:00", Self.sendBack)
        let upheld = try sent.take(
            "uphold", by: "office.410102", at: "10-10 15:00",
            ["leadUnit": "commerce", "reason": "示例"])
        // From Friday 10:00 until it was sent back on Saturday at 10:00: 6 hours and 1.
        #expect(upheld.body.charge?.workingSeconds == Int64(25_200))
    }

    @Test func `is asked for arbitration only after three dispatches`() throws {
        var story = try Story.inHandling()
        let refusal = try story.refusal(
            "requestArbitration", by: "office.410102", at: "10-09 14:00", ["reason": "示例"])
        #expect(refusal.isGuard("atLeastTimes(dispatches, 3)"))
    }

    @Test func `goes to the counterpart above where a leader raises it and names none`() throws {
        let directory = DemoWorld.directory
        let bureau = Unit(
            id: UnitID(800), code: "industry.410102", name: Label(zh: "中原区工信局", en: "Industry"),
            kind: .governmentDepartment, parent: directory.unit(code: "division.410102")?.id,
            division: "410102", functions: ["industry"], categories: [], aliases: [])
        let head = Person(
            id: PersonID(801), login: "industry.410102.head", name: "示例", phone: nil,
            grants: [
                .init(role: .unitHead, unit: bureau.id), .init(role: .handler, unit: bureau.id),
            ], pairedEnterprises: [])
        let world = try DemoWorld.world(with: directory.adding(units: [bureau], persons: [head]))
        var story = try Story("10-09 09:00", fields: ["category": "MAT"], world: world)
        try story.take("accept", by: "office.410102", at: "10-09 09:20")
        try story.take("dispatch", by: "office.410102", at: "10-09 10:00")
        // The lowest competent unit first.
        #expect(story.issue.attributes.leadUnit == "industry.410102")
        try story.take("acknowledge", by: "industry.410102.head", at: "10-09 11:00")
        // Those who are asked come beside those who support already.
        let proposed = story.issue.attributes.supportingUnits
        try story.take(
            "consult", by: "industry.410102.head", at: "10-09 12:00",
            ["supportingUnits": .list(["finance"]), "question": "示例"])
        #expect(story.issue.attributes.supportingUnits == proposed + ["finance"])
        try story.take(
            "overruleOpinions", by: "industry.410102.head", at: "10-09 13:30", ["reason": "示例"])
        // A raise that names supporting units names all of them.
        try story.take(
            "raise", by: "viceMayor", at: "10-09 14:00",
            ["reason": "需市级协调", "supportingUnits": .list(["commerce"])])
        #expect(!story.issue.attributes.supportingUnits.contains("finance"))
        #expect(story.issue.attributes.supportingUnits.contains("commerce"))
        #expect(story.issue.attributes.leadUnit == "industry")
        #expect(story.issue.attributes.office == "office.410100")
        #expect(story.issue.state == "dispatched")
        try story.take("acknowledge", by: "industry.handler", at: "10-09 15:00")
        let top = try story.refusal("raise", by: "viceMayor", at: "10-09 16:00", ["reason": "示例"])
        guard case .invalidFields(let faults) = top else {
            Issue.record("\(top)")
            return
        }
        #expect(faults.first?.problem.en.contains("no counterpart above") == true)
    }

    @Test func `tells the loser of a claim who has it`() throws {
        var story = try Story.inHandling(world: DemoWorld.walked)
        try story.take("claim", by: "industry.handler", at: "10-09 14:00")
        let refusal = try story.refusal("claim", by: DemoWorld.manyHats, at: "10-09 14:00")
        guard case .guardFailed(_, let failure, _) = refusal else {
            Issue.record("\(refusal)")
            return
        }
        #expect(failure.reason.en == "示例·工信局经办 has it already")
    }

    @Test func `is not reported resolved before the opinions are in, or overruled`() throws {
        var story = try Story.inHandling(supporting: ["commerce"])
        let report: [String: FieldValue] = [
            "reply": "已解决", "result": "solved", "outcome": Story.outcome,
            "evidence": Story.evidence,
        ]
        for action in ["proposeResolution", "reportResolved"] {
            let who = action == "reportResolved" ? "industry.head" : "industry.handler"
            let refusal = try story.refusal(action, by: who, at: "10-09 14:00", report)
            #expect(refusal.isGuard("allOpinionsIn"))
        }
        try story.take(
            "giveOpinion", by: "commerce.handler", at: "10-09 15:00", ["opinion": "无异议"])
        let still = try story.refusal(
            "reportResolved", by: "industry.head", at: "10-09 15:10", report)
        #expect(still.isGuard("allOpinionsIn"))
        try story.take(
            "overruleOpinions", by: "industry.head", at: "10-09 15:20", ["reason": "属地逾期未反馈"])
        try story.take("reportResolved", by: "industry.head", at: "10-09 15:30", report)
        let support = story.issue.clocks.filter { $0.kind == "support" }
        #expect(Set(support.map(\.status)) == [.met, .cancelled])
    }

    @Test func `is handled by those of the lead unit only`() throws {
        var story = try Story.inHandling()
        for login in ["commerce.handler", "officer1", "administrator.audit"] {
            let refusal = try story.refusal(
                "assignHandler", by: "industry.head", at: "10-09 14:00", ["handler": .text(login)])
            guard case .invalidFields(let faults) = refusal else {
                Issue.record("\(login): \(refusal)")
                continue
            }
            #expect(
                faults.first?.problem.en
                    == "must be a handler or the head of Industry and Information Bureau")
        }
        try story.take(
            "assignHandler", by: "industry.head", at: "10-09 14:00",
            ["handler": "industry.handler"])
    }

    @Test func `waits for the opinion of a unit that a meeting added`() throws {
        var story = try Story.inHandling()
        try story.giveOpinion(at: "10-09 14:00")
        try story.take("convene", by: "taskForce.production", at: "10-09 14:10")
        try story.take(
            "conclude", by: "taskForce.production", at: "10-09 15:00",
            ["minutes": "示例", "supportingUnits": .list(["finance"])])
        let refusal = try story.refusal(
            "reportResolved", by: "industry.head", at: "10-09 16:00",
            [
                "reply": "示例", "result": "solved", "outcome": Story.outcome,
                "evidence": Story.evidence,
            ])
        #expect(refusal.isGuard("allOpinionsIn"))
    }

    @Test func `never goes to those above the unit complained of`() throws {
        var story = try Story(
            "10-09 09:00", fields: ["category": "OTH", "complainedUnit": "township.410102"])
        let proposal = Decider(world: DemoWorld.world).proposal(for: story.issue)
        #expect(proposal.lead?.kind == .campaignOffice)
        #expect(!proposal.supporting.contains { $0.code == "division.410102" })
        try story.take("accept", by: "office.410102", at: "10-09 09:20")
        let refusal = try story.refusal(
            "dispatch", by: "office.410102", at: "10-09 10:00",
            ["leadUnit": "division.410102", "reason": "示例"])
        #expect(refusal.isGuard("notComplainedOf(leadUnit)"))
    }

    @Test func `is not touched by a dissolution that lies ahead`() throws {
        let directory = DemoWorld.directory
        let ended = { (code: String) throws -> Casework.Unit in
            let unit = try #require(directory.unit(code: code))
            return Unit(
                id: unit.id, code: unit.code, name: unit.name, kind: unit.kind,
                parent: unit.parent, division: unit.division, functions: unit.functions,
                categories: unit.categories, aliases: [],
                dissolvedAt: try instant("11-01 00:00"),
                successor: directory.unit(code: "science")?.id)
        }
        let units = try ["division.410102", "industry"].map(ended)
        let world = try DemoWorld.world(
            with: Directory(
                units: directory.units.map { unit in units.first { $0.id == unit.id } ?? unit },
                persons: directory.persons, divisions: directory.divisions))
        let story = try Story.inHandling(world: world)
        #expect(story.issue.attributes.supportingUnits.contains("division.410102"))
        let successor = try #require(directory.person(login: "science.head"))
        let before = world.directory.scope(of: .person(successor), at: try instant("10-31 23:59"))
        #expect(!before.sees(story.issue, in: world.directory))
        let after = world.directory.scope(of: .person(successor), at: try instant("11-01 00:00"))
        #expect(after.sees(story.issue, in: world.directory))
    }

    @Test func `never gets work to a unit that was dissolved`() throws {
        let directory = DemoWorld.directory
        let science = try #require(directory.unit(code: "science"))
        let ended = Unit(
            id: science.id, code: science.code, name: science.name, kind: science.kind,
            parent: science.parent, division: science.division, functions: science.functions,
            categories: [], aliases: [], dissolvedAt: try instant("10-09 00:00"),
            successor: directory.unit(code: "industry")?.id)
        let world = try DemoWorld.world(
            with: Directory(
                units: directory.units.map { $0.id == ended.id ? ended : $0 },
                persons: directory.persons, divisions: directory.divisions))
        var story = try Story(
            "10-09 09:00", fields: ["category": "TEC", "title": "联合研发"], world: world)
        try story.take("accept", by: "office.410102", at: "10-09 09:20")
        let refusal = try story.refusal(
            "dispatch", by: "office.410102", at: "10-09 10:00",
            ["leadUnit": "science", "reason": "示例"])
        guard case .invalidFields(let faults) = refusal else {
            Issue.record("\(refusal)")
            return
        }
        #expect(faults.first?.problem.zh.contains("已撤销，由郑州市工业和信息化局承接") == true)
        // No unit is competent any more: the jurisdiction is the fallback.
        try story.take("dispatch", by: "office.410102", at: "10-09 10:00")
        #expect(story.issue.attributes.leadUnit == "division.410102")
    }

    @Test func `whose unit is dissolved goes on with the successor`() throws {
        let directory = DemoWorld.directory
        let industry = try #require(directory.unit(code: "industry"))
        let ended = Unit(
            id: industry.id, code: industry.code, name: industry.name, kind: industry.kind,
            parent: industry.parent, division: industry.division, functions: industry.functions,
            categories: [], aliases: [], dissolvedAt: try instant("10-12 00:00"),
            successor: directory.unit(code: "commerce")?.id)
        let world = try DemoWorld.world(
            with: Directory(
                units: directory.units.map { $0.id == ended.id ? ended : $0 },
                persons: directory.persons, divisions: directory.divisions))
        var story = try Story.inHandling()
        story.world = world
        let event = try story.take("remind", by: "officer1", at: "10-12 09:00", ["text": "示例"])
        let told = (event.body.told ?? []).compactMap { directory.person($0.person)?.login }
        #expect(told.contains("commerce.head"))
        try story.take(
            "reportProgress", by: "commerce.handler", at: "10-12 10:00", ["text": "示例"])
    }
}

extension Refusal {
    func isGuard(_ name: String) -> Bool {
        if case .guardFailed(_, let failure, _) = self { failure.name == name } else { false }
    }
}
