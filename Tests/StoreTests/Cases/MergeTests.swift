import Casework
import DatabaseSupport
import Engine
import Languages
import Store
import Testing
import Workflow
import WorkingTime

@Suite("An issue that is merged into another one of its enterprise")
struct MergeTests {
    @Test("tells that one who merged which, and who had filed it, once")
    func told() async throws {
        try await withFixture { fixture in
            let issues = try await fixture.file(count: 2)
            try await fixture.bring(issues[1], to: .inHandling)
            let number = try await fixture.issue(issues[1]).number
            let merged = try await Self.merge(fixture, issues[1], into: issues[0])
            #expect(merged.after.state == "merged")
            #expect(merged.event.body.link != nil)
            let audiences = Set((merged.event.body.told ?? []).map(\.audience))
            #expect(audiences.isSuperset(of: ["filer", "handler", "unitHead"]))
            for _ in 0..<2 {
                let relay = Self.relay(fixture)
                #expect(
                    try await eventually {
                        try await relay.drain()
                        return try await fixture.events(issues[0]).last?.action == "takeMerged"
                    })
                try await fixture.database.withConnection(as: TestCluster.owner) { connection in
                    _ = try await connection.query(
                        "UPDATE outbox_reader SET xid = '0', position = 0 WHERE name = 'common'")
                }
            }
            let taken = try await fixture.events(issues[0]).filter { $0.action == "takeMerged" }
            #expect(taken.count == 1)
            let event = try #require(taken.first)
            #expect(event.by.role == .system && event.from == event.to)
            #expect(event.body.fields["mergedIssue"] == .text(number))
            let officer = try #require(fixture.world.value.directory.person(login: "officer1")?.id)
            let office = try #require(
                fixture.world.value.directory.person(login: TestFixture.office)?.id)
            #expect(event.body.fields["mergedBy"] == .integer(office.rawValue))
            #expect(event.body.fields["mergedFiler"] == .integer(officer.rawValue))
            #expect(event.body.told?.isEmpty == false)
            #expect(try await fixture.findings() == [])
        }
    }

    @Test(
        "ends without a verdict from every state before a report",
        arguments: [TestFixture.Stop.accepted, .dispatched, .inHandling])
    func clocks(stop: TestFixture.Stop) async throws {
        try await withFixture { fixture in
            let issues = try await fixture.file(count: 2)
            try await fixture.bring(issues[1], to: stop)
            let merged = try await Self.merge(fixture, issues[1], into: issues[0]).after
            #expect(merged.liveClocks.isEmpty)
            let ended = try await fixture.issue(issues[1]).clocks.filter {
                $0.endedAt == fixture.time.now && $0.kind == "resolve"
            }
            #expect(ended.allSatisfy { $0.status == .cancelled && $0.breachedAt == nil })
            #expect(ended.count == (stop == .accepted ? 0 : 1))
            #expect(try await fixture.findings() == [])
        }
    }

    @Test("keeps the breach that happened before")
    func breached() async throws {
        try await withFixture { fixture in
            let issues = try await fixture.file(count: 2)
            try await fixture.bring(issues[1], to: .inHandling)
            let due = try #require(try await fixture.issue(issues[1]).resolveClock?.dueAt)
            let merged = try await Self.merge(
                fixture, issues[1], into: issues[0], at: due.adding(seconds: 86400))
            let clock = try #require(
                try await fixture.issue(merged.after.id).clocks.last { $0.kind == "resolve" })
            #expect(clock.status == .cancelled && clock.breachedAt == due)
            #expect(try await fixture.events(issues[1]).contains { $0.action == "breach" })
        }
    }

    @Test("can't be one that was reported, also where that was rejected")
    func reported() async throws {
        try await withFixture { fixture in
            let issues = try await fixture.file(count: 2)
            try await fixture.bring(issues[1], to: .reportedResolved)
            await #expect(throws: Refusal.self) {
                try await Self.merge(fixture, issues[1], into: issues[0])
            }
            try await fixture.act(
                "rejectResolution", on: issues[1], by: TestFixture.office, ["unmet": .text("未解决")])
            let refusal = await #expect(throws: Refusal.self) {
                try await Self.merge(fixture, issues[1], into: issues[0])
            }
            guard case .guardFailed(_, let failure, _) = refusal else {
                Issue.record("\(String(describing: refusal))")
                return
            }
            #expect(failure.name == "beforeAny(reportResolved)")
            #expect(failure.reason.zh.contains("申请办结"))
        }
    }

    @Test("leads to the one that goes on where that was merged itself")
    func chain() async throws {
        try await withFixture { fixture in
            let issues = try await fixture.file(count: 3)
            for issue in issues { try await fixture.bring(issue, to: .accepted) }
            try await Self.merge(fixture, issues[0], into: issues[1])
            try await Self.merge(fixture, issues[1], into: issues[2])
            let relay = Self.relay(fixture)
            #expect(
                try await eventually {
                    try await relay.drain()
                    return try await fixture.events(issues[2]).filter { $0.action == "takeMerged" }
                        .count == 2
                })
        }
    }

    @discardableResult
    private static func merge(
        _ fixture: TestFixture, _ issue: IssueID, into target: IssueID, at: Instant? = nil
    ) async throws -> ActionOutcome {
        let number = try await fixture.issue(target).number
        return try await fixture.gateway.act(
            Command(
                issue: .id(issue),
                intent: .act(action: "merge", comment: nil, fields: ["into": .text(number)]),
                principal: try fixture.principal(TestFixture.office), expected: .any,
                key: CommandKey(deriving: ["test", "merge \(issue) \(at ?? fixture.time.now)"]),
                requestDigest: Array(repeating: 1, count: 32), receivedAt: at ?? fixture.time.now))
    }

    private static func relay(_ fixture: TestFixture) -> CommonRelay {
        CommonRelay(
            gateway: fixture.gateway, store: fixture.records.common, observer: TestCluster.observer)
    }
}
