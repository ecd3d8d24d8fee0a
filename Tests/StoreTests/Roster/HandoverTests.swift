import Casework
import DatabaseSupport
import Engine
import Languages
import Store
import Testing
import UseCases
import Workflow
import WorkingTime

@Suite("Handing over between officers")
struct HandoverTests {
    @Test("gives the other what one handles and looks after, with an event each, once")
    func handOver() async throws {
        try await withFixture { fixture in
            let issues = try await fixture.file(count: 3)
            for issue in issues { try await fixture.bring(issue, to: .inHandling) }
            for issue in issues.prefix(2) {
                try await fixture.act("claim", on: issue, by: "industry.handler")
            }
            let run = try handover(fixture, from: "industry.handler", to: "industry.head")
            let trial = try await run.run(through: nil)
            #expect(trial.changedCount == 2)
            #expect(try await fixture.events(issues[0]).last?.action == "claim")

            #expect(try await run.run(through: fixture.batcher).changedCount == 2)
            #expect(try await run.run(through: fixture.batcher).changedCount == 0)
            let event = try #require(try await fixture.events(issues[0]).last)
            let head = try #require(fixture.world.value.directory.person(login: "industry.head"))
            #expect(event.action == "handOver" && event.body.comment == "岗位调整")
            #expect(event.body.told?.map(\.person) == [head.id])
            #expect(try await fixture.issue(issues[0]).attributes.handler == head.id)
            #expect(try await fixture.issue(issues[2]).attributes.handler == nil)
            #expect(try await fixture.findings() == [])
        }
    }

    @Test("lets the other act for what the first one filed, and ends the pairings of that one")
    func serviceOfficer() async throws {
        try await withFixture { fixture in
            let issue = try await fixture.file()[0]
            let run = try handover(fixture, from: "officer1", to: "officer2")
            #expect(try await run.run(through: fixture.batcher).changedCount == 1)
            let count = try await fixture.asOwner { try await run.movePairings(through: $0) }
            let world = try await Roster.reloaded(fixture)
            let one = try #require(world.directory.person(login: "officer1"))
            let two = try #require(world.directory.person(login: "officer2"))
            #expect(count > 0)
            let now = fixture.time.now
            #expect(world.directory.acting(one, at: now).pairedEnterprises.isEmpty)
            let paired = world.directory.acting(two, at: now).pairedEnterprises
            #expect(paired.isSuperset(of: one.pairedEnterprises))
            try await fixture.act(
                "amend", on: issue, by: "officer2",
                ["title": .text("更正"), "reason": .text("接手后核实")])
            #expect(try await fixture.issue(issue).serviceOfficer == two.id)
            #expect(try await fixture.findings() == [])
        }
    }

    @Test("leaves nothing of what was filed with the one who left: neither to read nor to act on")
    func left() async throws {
        try await withFixture { fixture in
            let issue = try await fixture.file()[0]
            let quiet = try await fixture.file(
                key: "quiet",
                fields: ["confidential": .boolean(true), "complainedUnit": .text("commerce")])[0]
            let run = try handover(fixture, from: "officer1", to: "officer2")
            #expect(try await run.run(through: fixture.batcher).changedCount == 2)
            _ = try await fixture.asOwner { try await run.movePairings(through: $0) }
            _ = try await Roster.reloaded(fixture)
            let stored = try await fixture.records.issues.issues([issue, quiet])
            for (login, seen) in [("officer1", Set<IssueID>()), ("officer2", [issue, quiet])] {
                let listing = Listing(fixture: fixture, person: try fixture.principal(login))
                #expect(Set(try await listing.all(pageSize: 5)) == seen, "\(login)")
                #expect(Set(listing.visible(of: stored)) == seen, "\(login)")
                #expect(Set(try await listing.mine()) == seen, "\(login)")
            }
            for id in [issue, quiet] {
                let event = try #require(try await fixture.events(id).first)
                #expect(event.by.person == (try await fixture.issue(id)).filer)
                await #expect(throws: Refusal.self) {
                    try await fixture.act(
                        "amend", on: id, by: "officer1",
                        ["title": .text("更正"), "reason": .text("离任以后")])
                }
            }
        }
    }

    @Test("leaves what complains about the other's unit, and says why")
    func barred() async throws {
        try await withFixture { fixture in
            let issue = try await fixture.file(fields: ["complainedUnit": .text("commerce")])[0]
            let run = try handover(fixture, from: "officer1", to: "commerce.handler")
            let report = try await run.run(through: fixture.batcher)
            #expect(report.changedCount == 0 && report.unchanged.count == 1)
            let reason = report.unchanged.first?.reasons.first
            #expect(reason?.en.contains("complains about") == true)
            #expect(reason?.zh.contains("所在的单位") == true)
            #expect(try await fixture.issue(issue).serviceOfficer != nil)
        }
    }

    @Test("takes along what has ended and may be reopened, so that it is the other's then")
    func ended() async throws {
        try await withFixture { fixture in
            let issues = try await fixture.file(count: 3)
            let (closed, withdrawn, declined) = (issues[0], issues[1], issues[2])
            try await fixture.bring(closed, to: .inHandling)
            try await fixture.act("claim", on: closed, by: "industry.handler")
            try await fixture.bring(closed, from: .inHandling, to: .closedOut)
            try await self.withdraw(withdrawn, fixture)
            try await fixture.act(
                "decline", on: declined, by: TestFixture.office, ["reason": .text("不属本活动")])

            let run = try handover(fixture, from: "officer1", to: "officer2")
            #expect(try await run.run(through: nil).changedCount == 2)
            #expect(try await run.run(through: fixture.batcher).changedCount == 2)
            #expect(try await run.run(through: fixture.batcher).changedCount == 0)
            let two = try #require(fixture.world.value.directory.person(login: "officer2"))
            for id in [closed, withdrawn] {
                let event = try #require(try await fixture.events(id).last)
                #expect(event.action == "handOver" && event.from == event.to)
                #expect(event.body.told == nil)
                #expect(try await fixture.issue(id).serviceOfficer == two.id)
                #expect(try await fixture.events(id).first?.by.person != two.id)
            }
            #expect(try await fixture.events(declined).last?.action == "decline")
            _ = try await fixture.asOwner { try await run.movePairings(through: $0) }
            _ = try await Roster.reloaded(fixture)
            try await expectSecond(reopens: closed, fixture)
            #expect(try await fixture.findings() == [])
        }
    }

    private func withdraw(_ issue: IssueID, _ fixture: TestFixture) async throws {
        _ = try await fixture.gateway.act(
            fixture.command("withdraw", on: issue, by: .enterprise(issue, link: 9)))
    }

    /// Reopened, it is in the queue of the second officer, who acts on it, and the first one can't.
    private func expectSecond(reopens issue: IssueID, _ fixture: TestFixture) async throws {
        try await fixture.act(
            "reopen", on: issue, by: TestFixture.office, ["reason": .text("问题再次发生")])
        for (login, queue) in [("officer1", [IssueID]()), ("officer2", [issue])] {
            let listing = Listing(fixture: fixture, person: try fixture.principal(login))
            #expect(try await listing.mine().filter { $0 == issue } == queue, "\(login)")
        }
        let fields: [String: FieldValue] = ["title": .text("更正"), "reason": .text("接手后核实")]
        await #expect(throws: Refusal.self) {
            try await fixture.act("amend", on: issue, by: "officer1", fields)
        }
        try await fixture.act("amend", on: issue, by: "officer2", fields)
    }

    @Test("takes the level of attention along, also where the first one has nothing else of it")
    func level() async throws {
        try await withFixture { fixture in
            let issue = try await fixture.file()[0]
            try await fixture.bring(issue, to: .inHandling)
            let late = try wall("12-30T09:00")
            _ = try await fixture.gateway.settle(issue, at: late)
            let directory = fixture.world.value.directory
            let holder = try #require(
                try await fixture.issue(issue).attributes.levelHolders.first
                    .flatMap(directory.person))
            let other = try #require(directory.person(login: "cityOffice2"))
            try #require(holder.id != other.id)
            let run = try handover(fixture, from: holder.login, to: other.login, at: late)
            #expect(try await run.run(through: nil).changedCount == 1)
            #expect(try await run.run(through: fixture.batcher).changedCount == 1)
            #expect(try await run.run(through: fixture.batcher).changedCount == 0)
            let holders = try await fixture.issue(issue).attributes.levelHolders
            #expect(holders.contains(other.id) && !holders.contains(holder.id))
            let event = try #require(try await fixture.events(issue).last)
            #expect(event.action == "handOver" && event.body.told?.map(\.person) == [other.id])
            #expect(try await fixture.findings() == [])
        }
    }

    @Test("gives what has ended to another handler, unless nothing can reopen it any more")
    func endedForGood() async throws {
        try await withFixture { fixture in
            let issue = try await fixture.file()[0]
            try await fixture.bring(issue, to: .inHandling)
            try await fixture.act("claim", on: issue, by: "industry.handler")
            try await fixture.bring(issue, from: .inHandling, to: .closedOut)
            let late = try handover(
                fixture, from: "industry.handler", to: "industry.head", at: try wall("11-09T09:00"))
            let report = try await late.run(through: fixture.batcher)
            #expect(report.changedCount == 0 && report.unchanged.isEmpty)
            let soon = try handover(
                fixture, from: "industry.handler", to: "industry.head", at: try wall("11-08T09:00"))
            #expect(try await soon.run(through: fixture.batcher).changedCount == 1)
            let head = try #require(fixture.world.value.directory.person(login: "industry.head"))
            #expect(try await fixture.issue(issue).attributes.handler == head.id)
            #expect(try await fixture.findings() == [])
        }
    }

    private func handover(
        _ fixture: TestFixture, from: String, to: String, at instant: Instant? = nil
    ) throws -> HandOverIssues {
        let directory = fixture.world.value.directory
        let (one, two) = (directory.person(login: from), directory.person(login: to))
        let administrator = directory.person(login: "administrator.system")
        return HandOverIssues(
            Handover(from: try #require(one).id, to: try #require(two).id, reason: "岗位调整"),
            by: try #require(administrator).id, in: fixture.world.value, fixture.records,
            at: instant ?? fixture.time.now)
    }
}
