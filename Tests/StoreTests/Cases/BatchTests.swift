import Casework
import DatabaseSupport
import Engine
import Store
import Testing

@Suite("A batch on PostgreSQL")
struct BatchTests {
    @Test("with a refused command leaves its neighbours untouched")
    func neighbours() async throws {
        try await withHouse { house in
            let issues = try await house.file(count: 5).sorted()
            try await house.act("accept", on: issues[2], by: TestHouse.office, key: "before")
            let office = try house.principal(TestHouse.office)
            let commands = issues.map { house.command("accept", on: $0, by: office, key: "batch") }
            let outcomes = try await house.store.transact(
                commands.map(BatchItem.command), waiting: .brief,
                deciding: Decider(world: house.world.value))
            let areDecided = outcomes.map {
                if case .command(.decided) = $0 { true } else { false }
            }
            #expect(areDecided == [true, true, false, true, true])
            #expect(
                try await house.records.issues.issues(issues).map(\.sequence) == [2, 2, 2, 2, 2])
            let batches = try await rows(
                house, "SELECT cardinality(issue_ids)::text FROM outbox_batch ORDER BY position")
            #expect(batches == ["5", "1", "4"])
            #expect(try await house.findings() == [])
        }
    }

    @Test("that violates a constraint costs only the command that does")
    func bisected() async throws {
        try await withDatabase { database in
            let plain = try await TestHouse(database)
            let issues = try await plain.file(count: 9)
            let wrong = issues[4]
            let house = try await TestHouse(database) { real in
                InterposedStore(real: real, changing: { Self.skipping(wrong, $0, $1) })
            }
            let outcomes = try await acceptAll(issues, house)
            for (issue, outcome) in zip(issues, outcomes) {
                #expect(outcome == (issue != wrong), "\(issue)")
                let expected = issue == wrong ? ["file"] : ["file", "accept"]
                #expect(try await house.events(issue).map(\.action) == expected)
            }
            #expect(try await house.findings() == [])
            await house.close()
            await plain.close()
        }
    }

    /// Tells for each issue whether it was accepted; a violation is the expected other answer.
    private func acceptAll(_ issues: [IssueID], _ house: TestHouse) async throws -> [Bool] {
        try await withThrowingTaskGroup(of: (Int, Bool).self) { group in
            for (index, issue) in issues.enumerated() {
                group.addTask {
                    do {
                        try await house.act("accept", on: issue, by: TestHouse.office)
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
            let houses = [try await TestHouse(database), try await TestHouse(database)]
            let issues = try await houses[0].file(count: 6)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for (number, house) in houses.enumerated() {
                    for (issue, round) in issues.flatMap({ id in (0..<8).map { (id, $0) } }) {
                        group.addTask {
                            try await house.act(
                                "remind", on: issue, by: TestHouse.office,
                                ["text": .text("请抓紧")], key: "\(number) \(round)")
                        }
                    }
                }
                try await group.waitForAll()
            }
            for issue in issues {
                let events = try await houses[0].events(issue)
                #expect(events.map(\.sequence) == Array(1...17))
                #expect(Set(events.map(\.key)).count == 17)
                #expect(try await houses[1].issue(issue).attributes.count("reminders") == 16)
            }
            #expect(try await houses[0].findings() == [])
            for house in houses { await house.close() }
        }
    }

    @Test("of two servers with one command between them carries it out once")
    func oneKey() async throws {
        try await withDatabase { database in
            let houses = [try await TestHouse(database), try await TestHouse(database)]
            let issue = try await houses[0].file()[0]
            async let one = houses[0].act("accept", on: issue, by: TestHouse.office)
            async let other = houses[1].act("accept", on: issue, by: TestHouse.office)
            let outcomes = try await [one, other]
            #expect(outcomes.filter(\.isReplay).count == 1)
            #expect(outcomes[0].event == outcomes[1].event)
            #expect(try await houses[0].events(issue).count == 2)
            for house in houses { await house.close() }
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
