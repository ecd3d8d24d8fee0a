import Casework
import DatabaseSupport
import Engine
import Languages
import Store
import Testing
import UseCases
import Workflow
import WorkingTime

/// Version 9 of the campaign tells the target of a merger nothing, as versions before did.
@Suite("Merging over versions of a workflow")
struct MergingVersionTests {
    @Test("is refused until both issues run on a version that tells the one of the other")
    func versions() async throws {
        try await withFixture { fixture in
            try await NextVersion.publish(try Self.silent(), in: fixture)
            let old = try await fixture.file(count: 2, key: "old")
            try await NextVersion.publish(
                try NextVersion.campaign().replacing("version: 9\n", with: "version: 11\n"),
                in: fixture)
            let new = try await fixture.file(count: 2, key: "new")

            for (issue, target, words) in [
                (new[0], old[0], "该问题仍按旧版办理，请先将其迁移至新版"),
                (old[1], new[1], "本问题仍按旧版流程办理，请先将其迁移至新版"),
                (old[1], old[0], "本问题仍按旧版流程办理，请先将其迁移至新版"),
            ] {
                let faults = try await Self.refused(fixture, issue, into: target)
                #expect(faults.map(\.field) == ["into"])
                #expect(faults.first?.problem.zh.contains(words) == true)
                #expect(faults.first?.problem.en.contains("moved to") == true)
                #expect(try await fixture.events(target).map(\.action) == ["file"])
            }

            try await Self.move(fixture)
            _ = try await Self.merge(fixture, new[0], into: old[0])
            _ = try await Self.merge(fixture, old[1], into: new[1])
            let relay = CommonRelay(
                gateway: fixture.gateway, store: fixture.records.common,
                observer: TestCluster.observer)
            for target in [old[0], new[1]] {
                #expect(
                    try await eventually {
                        try await relay.drain()
                        return try await fixture.events(target).last?.action == "takeMerged"
                    })
            }
            #expect(try await fixture.findings() == [])
        }
    }

    @Test("is no less refused where others would join what can't be raised for many")
    func joining() async throws {
        try await withFixture { fixture in
            var text = try NextVersion.campaign().replacing("version: 9\n", with: "version: 10\n")
            text = NextVersion.removing("raiseForMany", from: text)
            text = text.replacing("{joinCommon: raiseForMany}", with: "{joinCommon: climbAhead}")
            try await NextVersion.publish(text, in: fixture)
            let old = try await fixture.file(key: "old")[0]
            try await NextVersion.publish(
                try NextVersion.campaign().replacing("version: 9\n", with: "version: 11\n"),
                in: fixture)
            let new = try await fixture.file(key: "new")[0]
            let faults = try await Self.refused(fixture, new, into: old, action: "joinCommon")
            #expect(faults.map(\.field) == ["commonIssue"])
            #expect(faults.first?.problem.zh.contains("请先将其迁移至新版") == true)
        }
    }

    private static func silent() throws -> String {
        let text = try NextVersion.campaign().replacing("version: 9\n", with: "version: 10\n")
        return NextVersion.removing("takeMerged", from: text)
            .replacing("{mergeInto: takeMerged}, ", with: "")
    }

    private static func move(_ fixture: TestFixture) async throws {
        let world = fixture.world.value
        let from = try #require(world.definitions.workflow("enterprise-assistance", version: 10))
        let to = try #require(world.definitions.workflow("enterprise-assistance", version: 11))
        let mover = try NextVersion.mover(fixture, VersionMove(from: from.id, to: to.id))
        try await NextVersion.publishMoves(fixture, mover)
        #expect(try await mover.run(.init(), through: fixture.batcher).changedCount == 2)
    }

    private static func merge(
        _ fixture: TestFixture, _ issue: IssueID, into target: IssueID, action: String = "merge"
    ) async throws -> ActionOutcome {
        let number = try await fixture.issue(target).number
        let field = action == "merge" ? "into" : "commonIssue"
        return try await fixture.gateway.act(
            Command(
                issue: .id(issue),
                intent: .act(action: action, comment: nil, fields: [field: .text(number)]),
                principal: try fixture.principal(TestFixture.office), expected: .any,
                key: CommandKey(deriving: ["test", "\(action) \(issue)"]),
                requestDigest: Array(repeating: 1, count: 32), receivedAt: fixture.time.now))
    }

    private static func refused(
        _ fixture: TestFixture, _ issue: IssueID, into target: IssueID, action: String = "merge"
    ) async throws -> [FieldFault] {
        do {
            _ = try await merge(fixture, issue, into: target, action: action)
            return []
        } catch Refusal.invalidFields(let faults) {
            return faults
        }
    }
}
