import Casework
import DatabaseSupport
import Engine
import Languages
import Postgres
import Store
import Testing
import Workflow
import WorkingTime

/// Actions that name another issue, sent at once through two batchers, as two servers would.
@Suite("Issues that name one another at once")
struct MergesAtOnceTests {
    private static let rounds = 12

    @Test("are merged one way only")
    func bothDirections() async throws {
        try await withFixture { fixture in
            let gateways = [fixture.gateway, Self.otherDesk(fixture)]
            for round in 1...Self.rounds {
                let issues = try await fixture.file(count: 2, key: "round \(round)")
                let merged = try await Self.atOnce([
                    Self.intent(fixture, gateways[0], "merge", issues[0], naming: issues[1]),
                    Self.intent(fixture, gateways[1], "merge", issues[1], naming: issues[0]),
                ])
                #expect(merged.filter { $0 }.count == 1)
                let states = try await Self.states(fixture, issues)
                #expect(states == merged.map { $0 ? "merged" : "submitted" })
            }
            try await Self.carryAll(fixture)
            #expect(try await fixture.findings() == [])
        }
    }

    @Test("leave one of a ring of three, which learns of the others")
    func ring() async throws {
        try await withFixture { fixture in
            let gateways = [fixture.gateway, Self.otherDesk(fixture), Self.otherDesk(fixture)]
            for round in 1...Self.rounds {
                let issues = try await fixture.file(count: 3, key: "round \(round)")
                var intents: [Intent] = []
                for (place, gateway) in gateways.enumerated() {
                    intents.append(
                        try await Self.intent(
                            fixture, gateway, "merge", issues[place],
                            naming: issues[(place + 1) % 3]))
                }
                let merged = try await Self.atOnce(intents)
                #expect(merged.filter { $0 }.count == 2)
                try await Self.carryAll(fixture)
                let left = try #require(merged.firstIndex(of: false))
                let taken = try await fixture.events(issues[left]).filter {
                    $0.action == "takeMerged"
                }
                #expect(taken.count == 2)
            }
            #expect(try await fixture.findings() == [])
        }
    }

    @Test("stand under one another one way only")
    func commonIssues() async throws {
        try await withFixture { fixture in
            let gateways = [fixture.gateway, Self.otherDesk(fixture)]
            for round in 1...Self.rounds {
                let issues = try await fixture.file(count: 2, key: "round \(round)")
                let joined = try await Self.atOnce([
                    Self.intent(fixture, gateways[0], "joinCommon", issues[0], naming: issues[1]),
                    Self.intent(fixture, gateways[1], "joinCommon", issues[1], naming: issues[0]),
                ])
                #expect(joined.filter { $0 }.count == 1)
                for (issue, isMember) in zip(issues, joined) {
                    let lead = try await fixture.issue(issue).attributes[.commonIssue]
                    #expect((lead != nil) == isMember)
                }
            }
        }
    }

    @Test("are not joined to what was merged, nor merged into what has ended")
    func endings() async throws {
        try await withFixture { fixture in
            let gateways = [fixture.gateway, Self.otherDesk(fixture)]
            for round in 1...Self.rounds {
                let issues = try await fixture.file(count: 3, key: "round \(round)")
                let ending = try await Self.intent(
                    fixture, gateways[0], "merge", issues[1], naming: issues[2])
                let joining = try await Self.intent(
                    fixture, gateways[1], "joinCommon", issues[0], naming: issues[1])
                let done = try await Self.atOnce([ending, joining])
                #expect(done[0])
                try await Self.carryAll(fixture)
                // Who joined in time is let go by the merger; who came late was refused.
                let lead = try await fixture.issue(issues[0]).attributes[.commonIssue]
                #expect(lead == nil)
                let actions = try await fixture.events(issues[0]).map(\.action)
                #expect(actions == (done[1] ? ["file", "joinCommon", "loseLead"] : ["file"]))

                let others = try await fixture.file(count: 2, key: "others \(round)")
                let closing = Self.Intent(
                    gateway: gateways[0],
                    command: fixture.command(
                        "decline", on: others[1], by: try fixture.principal(TestFixture.office),
                        fields: ["reason": .text("不属受理范围")], key: "decline \(round)"))
                let merging = try await Self.intent(
                    fixture, gateways[1], "merge", others[0], naming: others[1])
                let ended = try await Self.atOnce([closing, merging])
                #expect(ended[0])
                let states = try await Self.states(fixture, others)
                #expect(states == [ended[1] ? "merged" : "submitted", "declined"])
            }
            #expect(try await fixture.findings() == [])
        }
    }

    @Test("are refused where the other can't be seen, or is the issue itself")
    func names() async throws {
        try await withFixture { fixture in
            let issues = try await fixture.file(count: 2)
            let number = try await fixture.issue(issues[1]).number
            let own = try await fixture.issue(issues[0]).number
            for (given, words) in [(own, "本身"), (number + "9", "可查阅")] {
                let refusal = await #expect(throws: Refusal.self) {
                    try await fixture.act(
                        "merge", on: issues[0], by: TestFixture.office, ["into": .text(given)])
                }
                guard case .invalidFields(let faults) = refusal else {
                    Issue.record("\(String(describing: refusal))")
                    return
                }
                #expect(faults.map(\.field) == ["into"])
                #expect(faults.first?.problem.zh.contains(words) == true)
            }
        }
    }

    /// A command, and the gateway that it is sent to.
    private struct Intent: Sendable {
        let gateway: CommandGateway
        let command: Command
    }

    private static func intent(
        _ fixture: TestFixture, _ gateway: CommandGateway, _ action: String, _ issue: IssueID,
        naming other: IssueID
    ) async throws -> Intent {
        let field = action == "merge" ? "into" : "commonIssue"
        return Intent(
            gateway: gateway,
            command: Command(
                issue: .id(issue),
                intent: .act(
                    action: action, comment: nil,
                    fields: [field: .text(try await fixture.issue(other).number)]),
                principal: try fixture.principal(TestFixture.office), expected: .any,
                key: CommandKey(deriving: ["test", "\(action) \(issue)"]),
                requestDigest: Array(repeating: 1, count: 32), receivedAt: fixture.time.now))
    }

    /// Sends all at once.
    ///
    /// - Returns: which were carried out; the others were refused for the issue that they name.
    private static func atOnce(_ intents: [Intent]) async throws -> [Bool] {
        try await withThrowingTaskGroup(of: (Int, Bool).self) { group in
            for (place, intent) in intents.enumerated() {
                group.addTask {
                    do {
                        _ = try await intent.gateway.act(intent.command)
                        return (place, true)
                    } catch Refusal.invalidFields(let faults) {
                        #expect(["into", "commonIssue"].contains(faults.first?.field))
                        return (place, false)
                    }
                }
            }
            var done = Array(repeating: false, count: intents.count)
            for try await (place, isDone) in group { done[place] = isDone }
            return done
        }
    }

    private static func states(_ fixture: TestFixture, _ issues: [IssueID]) async throws -> [String]
    {
        var states: [String] = []
        for issue in issues { states.append(try await fixture.issue(issue).state) }
        return states
    }

    /// A second batcher over the same database.
    private static func otherDesk(_ fixture: TestFixture) -> CommandGateway {
        CommandGateway(
            store: fixture.store, world: fixture.world, time: fixture.time,
            batcher: Batcher(
                store: fixture.store, world: fixture.world, observer: TestCluster.observer),
            observer: TestCluster.observer)
    }

    private static func carryAll(_ fixture: TestFixture) async throws {
        let relay = CommonRelay(
            gateway: fixture.gateway, store: fixture.records.common, observer: TestCluster.observer)
        #expect(
            try await eventually {
                try await relay.drain()
                return try await fixture.database.withConnection { connection in
                    try await connection.query(
                        "SELECT count(*) FROM outbox_batch AS batch, outbox_reader AS reader "
                            + "WHERE reader.name = 'common' AND (batch.xid, batch.position) > "
                            + "(reader.xid, reader.position)"
                    )[0].int64(0) == 0
                }
            })
    }
}
