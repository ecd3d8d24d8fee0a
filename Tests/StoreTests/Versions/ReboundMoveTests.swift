import Casework
import DatabaseSupport
import Engine
import Languages
import Store
import Testing
import UseCases
import Workflow
import WorkingTime

@Suite("Running issues and a version that binds roles to other names")
struct ReboundMoveTests {
    @Test("stay where the clock that they run on would not be the resolution any more")
    func resolution() async throws {
        let text = try Self.rebound("    resolution: resolve\n", "    resolution: nextReport\n")
        try await expectStay(text) { reasons in
            #expect(
                reasons.map(\.en) == [
                    "the running clock `resolve` is the resolution, and in the new version "
                        + "`nextReport` is: wait until it has ended, or let the new version keep it"
                ])
            #expect(
                reasons.map(\.zh) == [
                    "尚未结束的“办结”是现行版本的办结时限，在新版本中则不是：请待其结束后迁移，或在新版本中沿用"
                ])
        }
    }

    @Test("stay where the resolution has another name, under which nothing runs")
    func renamedResolution() async throws {
        let text = try NextVersion.campaign().replacing("version: 9\n", with: "version: 10\n")
            .replacing(#/\bresolve\b/#, with: "solve")
        try await expectStay(text) { reasons in
            #expect(reasons.first?.en.contains("in the new version `solve` is") == true)
            #expect(reasons.count == 1)
        }
    }

    @Test("stay where another of their clocks would become the resolution")
    func gained() async throws {
        let text = try Self.rebound("    resolution: resolve\n", "    resolution: firstReport\n")
        try await expectStay(text) { reasons in
            #expect(reasons.count == 2)
            #expect(
                reasons.contains { $0.en.contains("`firstReport` would become the resolution") })
            #expect(reasons.contains { $0.zh.contains("“首次反馈”在新版本中成为办结时限") })
        }
    }

    @Test("stay where the level that they have climbed to would have no clock any more")
    func escalation() async throws {
        let text = try NextVersion.campaign().replacing("version: 9\n", with: "version: 10\n")
            .replacing(#/\bladder\b/#, with: "climbing")
        try await expectStay(text, of: 1, at: "2026-10-23T10:00:00+08:00") { reasons in
            #expect(
                reasons.map(\.en) == [
                    "the running clock `ladder` is the clock after an escalation, and in the new "
                        + "version `climbing` is: wait until it has ended, or let the new version "
                        + "keep it"
                ])
            #expect(reasons.first?.zh.contains("“提级后处置”是现行版本的提级后的处置时限") == true)
        }
    }

    @Test("stay where what was counted would be counted anew, or as something else")
    func counter() async throws {
        let text = try Self.rebound("    dispatches: dispatches\n", "    dispatches: meetings\n")
        try await expectStay(text) { reasons in
            #expect(
                reasons.map(\.en) == [
                    "as `dispatches`, `dispatches` counts 1 so far, and the new version would go by "
                        + "`meetings`, which counts 0: let it keep the counter"
                ])
            #expect(
                reasons.map(\.zh) == [
                    "“交办次数”已记1次，新版本改由“会商次数”（已记0次）计数，不是一回事：请在新版本中沿用原计数"
                ])
        }
    }

    /// The campaign's next version with one role bound to something else.
    private static func rebound(_ role: String, _ other: String) throws -> String {
        let text = try NextVersion.campaign().replacing("version: 9\n", with: "version: 10\n")
        try #require(text.contains(role))
        return text.replacing(role, with: other)
    }

    /// Moves an issue that is handled, which must stay as it is, and others that were only filed, which
    /// have nothing that the roles are about.
    private func expectStay(
        _ text: String, of count: Int = 2, at time: String = "2026-10-09T10:00:00+08:00",
        for reasons: @escaping @Sendable ([Label]) throws -> Void
    ) async throws {
        try await withFixture { fixture in
            let ids = try await fixture.file(count: count)
            try await fixture.bring(ids[0], to: .inHandling)
            let now = try Instant(rfc3339: time)
            _ = try await fixture.gateway.settle(ids[0], at: now)
            try await NextVersion.publish(text, in: fixture)
            let move = try NextVersion.move(in: fixture)
            let mover = try NextVersion.mover(fixture, move, at: now)
            try await NextVersion.publishMoves(fixture, mover)
            let before = (
                head: try await fixture.issue(ids[0]), events: try await fixture.events(ids[0])
            )
            let report = try await mover.run(.init(), through: fixture.batcher)
            #expect(report.unchanged.map(\.issue) == [before.head.number])
            try reasons(try #require(report.unchanged.first).reasons)
            #expect(try await fixture.issue(ids[0]) == before.head)
            #expect(try await fixture.events(ids[0]) == before.events)
            for id in ids.dropFirst() { #expect(try await fixture.issue(id).workflow == move.to) }
            #expect(try await fixture.findings() == [])
        }
    }
}
