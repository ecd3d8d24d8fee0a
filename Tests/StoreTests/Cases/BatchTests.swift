import Casework
import DatabaseSupport
import Engine
import Store
import Testing

@Suite("A batch on PostgreSQL")
struct BatchTests {
    @Test("with a refused command leaves its neighbours untouched")
    func neighbours() async throws {
        try await withFixture { fixture in
            let issues = try await fixture.file(count: 5).sorted()
            try await fixture.act("accept", on: issues[2], by: TestFixture.office, key: "before")
            let office = try fixture.principal(TestFixture.office)
            let commands = issues.map {
                fixture.command("accept", on: $0, by: office, key: "batch")
            }
            let outcomes = try await fixture.store.transact(
                commands.map(BatchItem.command), waiting: .brief,
                deciding: Decider(world: fixture.world.value))
            let areDecided = outcomes.map {
                if case .command(.decided) = $0 { true } else { false }
            }
            #expect(areDecided == [true, true, false, true, true])
            #expect(
                try await fixture.records.issues.issues(issues).map(\.sequence) == [2, 2, 2, 2, 2])
            let batches = try await rows(
                fixture, "SELECT cardinality(issue_ids)::text FROM outbox_batch ORDER BY position")
            #expect(batches == ["5", "1", "4"])
            #expect(try await fixture.findings() == [])
        }
    }

    @Test("that violates a constraint costs only the command that does")
    func bisected() async throws {
        try await withDatabase { database in
            let plain = try await TestFixture(database)
            let issues = try await plain.file(count: 9)
            let wrong = issues[4]
            let fixture = try await TestFixture(database) { real in
                InterposedStore(real: real, changing: { Self.skipping(wrong, $0, $1) })
            }
            let outcomes = try await acceptAll(issues, fixture)
            for (issue, outcome) in zip(issues, outcomes) {
                #expect(outcome == (issue != wrong), "\(issue)")
                let expected = issue == wrong ? ["file"] : ["file", "accept"]
                #expect(try await fixture.events(issue).map(\.action) == expected)
            }
            #expect(try await fixture.findings() == [])
            await fixture.close()
            await plain.close()
        }
    }

    /// Tells for each issue whether it was accepted; a violation is the expected other answer.
    private func acceptAll(_ issues: [IssueID], _ fixture: TestFixture) async throws -> [Bool] {
        try await withThrowingTaskGroup(of: (Int, Bool).self) { group in
            for (index, issue) in issues.enumerated() {
                group.addTask {
                    do {
                        try await fixture.act("accept", on: issue, by: TestFixture.office)
                        return (index, true)
                    } catch EngineFailure.violation {
                        return (index, false)
                    }
                }
            }
            return try await group.reduce(into: Array(repeating: false, count: issues.count)) {
                $0[$1.0] = $1.1
            }
        }
    }

    /// Decides wrongly for one issue: its event leaves a gap.
    static func skipping(
        _ issue: IssueID, _ command: Command, _ verdict: Verdict
    ) -> Verdict {
        guard command.issue == .id(issue), case .decided(var decision) = verdict else {
            return verdict
        }
        decision.events[0] = decision.events[0].skipping()
        return .decided(decision)
    }

    @Test("of one server and a batch of another on the same issues come one after the other")
    func linearise() async throws {
        try await withDatabase { database in
            let fixtures = [try await TestFixture(database), try await TestFixture(database)]
            let issues = try await fixtures[0].file(count: 6)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for (number, fixture) in fixtures.enumerated() {
                    for (issue, round) in issues.flatMap({ id in (0..<8).map { (id, $0) } }) {
                        group.addTask {
                            try await fixture.act(
                                "remind", on: issue, by: TestFixture.office,
                                ["text": .text("请抓紧")], key: "\(number) \(round)")
                        }
                    }
                }
                try await group.waitForAll()
            }
            for issue in issues {
                let events = try await fixtures[0].events(issue)
                #expect(events.map(\.sequence) == Array(1...17))
                #expect(Set(events.map(\.key)).count == 17)
                #expect(try await fixtures[1].issue(issue).attributes.count("reminders") == 16)
            }
            #expect(try await fixtures[0].findings() == [])
            for fixture in fixtures { await fixture.close() }
        }
    }

    @Test("of two servers with one command between them carries it out once")
    func oneKey() async throws {
        try await withDatabase { database in
            let fixtures = [try await TestFixture(database), try await TestFixture(database)]
            let issue = try await fixtures[0].file()[0]
            async let one = fixtures[0].act("accept", on: issue, by: TestFixture.office)
            async let other = fixtures[1].act("accept", on: issue, by: TestFixture.office)
            let outcomes = try await [one, other]
            #expect(outcomes.filter(\.isReplay).count == 1)
            #expect(outcomes[0].event == outcomes[1].event)
            #expect(try await fixtures[0].events(issue).count == 2)
            for fixture in fixtures { await fixture.close() }
        }
    }
}

extension IssueEvent {
    /// The same with a gap before it, which no history can have.
    func skipping() -> IssueEvent {
        var event = IssueEvent(
            issue: issue, sequence: sequence + 3, from: from, action: action, to: to, at: at,
            by: by, key: key, requestDigest: requestDigest, body: body,
            previousDigest: previousDigest, digest: digest)
        event.encodedBody = encodedBody
        return event
    }
}
