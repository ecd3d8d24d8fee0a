import Casework
import DatabaseSupport
import Engine
import Languages
import Postgres
import Store
import Testing
import UseCases
import Workflow
import WorkingTime

@Suite("Running issues that move to another version")
struct VersionMoveTests {
    @Test(
        "are told before: how many, which can't and why, which deadlines move; nothing is changed")
    func dryRun() async throws {
        try await withFixture { fixture in
            let running = try await RunningIssues(fixture)
            try await NextVersion.publish(try NextVersion.text(), in: fixture)
            let before = try await running.record()
            let mover = try NextVersion.mover(
                fixture, try NextVersion.move(in: fixture), at: running.now)
            let report = try await mover.run(.init(), through: nil)
            #expect(report.changedCount == 5)
            #expect(
                report.unchanged.map(\.issue) == [try await running.number(running.coordinating)])
            #expect(
                report.unchanged.first?.reasons.map(\.en)
                    == ["the new version has no state `coordinating`: map it"])
            #expect(try await running.record() == before)
        }
    }

    @Test("keep their past, get an event, and go on under the new rules")
    func moved() async throws {
        try await withFixture { fixture in
            let running = try await RunningIssues(fixture)
            try await NextVersion.publish(try NextVersion.text(), in: fixture)
            let move = try NextVersion.move(in: fixture)
            let mover = try NextVersion.mover(fixture, move, at: running.now)
            try await NextVersion.publishMoves(fixture, mover)
            let report = try await mover.run(.init(), through: fixture.batcher)
            #expect(report.changedCount == 5)

            let handled = try await fixture.issue(running.inHandling)
            #expect(handled.workflow == move.to)
            #expect(handled.state == "inHandling")
            #expect(handled.resolveClock?.limit.description == "5wd")
            #expect(handled.resolveClock.map { $0.dueAt < $0.originalDueAt } == true)
            let last = try #require(try await fixture.events(running.inHandling).last)
            #expect(last.action == "moveVersion")
            #expect(last.by.role == .systemAdministrator)
            #expect(last.body.move == VersionChange(from: move.from, to: move.to))
            let closed = try await fixture.issue(running.withdrawn)
            #expect(closed.workflow == move.from)
            #expect(try await fixture.issue(running.coordinating).workflow == move.from)
            #expect(try await fixture.findings() == [])

            try await fixture.act(
                "reportProgress", on: running.inHandling, by: "industry.handler",
                ["text": .text("示例进展")], at: running.now.adding(seconds: 60))
            #expect(try await fixture.findings() == [])
        }
    }

    @Test("have their breach for ever, their pauses, and what was held")
    func clocks() async throws {
        try await withFixture { fixture in
            let running = try await RunningIssues(fixture)
            try await NextVersion.publish(try NextVersion.text(), in: fixture)
            let before = try await running.resolveClocks()
            let mover = try NextVersion.mover(
                fixture, try NextVersion.move(in: fixture), at: running.now)
            try await NextVersion.publishMoves(fixture, mover)
            let report = try await mover.run(.init(), through: fixture.batcher)
            let after = try await running.resolveClocks()
            for (id, clock) in before {
                let moved = try #require(after[id])
                #expect(moved.originalDueAt == clock.originalDueAt)
                #expect(moved.startedAt == clock.startedAt)
                #expect(moved.breachedAt == clock.breachedAt)
                // The suspension ran out before the move.
                #expect(id == running.suspended || moved.status == clock.status)
                #expect(id == running.suspended || moved.pauses == clock.pauses)
            }
            #expect(after[running.breached]?.dueAt == before[running.breached]?.dueAt)
            #expect(after[running.breached]?.limit.description == "7wd")
            #expect(after[running.reported]?.limit.description == "5wd")
            let changed = Set(report.deadlines.map(\.issue))
            #expect(!changed.contains(try await running.number(running.breached)))
            #expect(report.deadlines.allSatisfy { $0.clock == "resolve" })
            #expect(report.deadlines.contains { $0.becomesOverdue })
        }
    }

    @Test("stay paused, and count the new limit when they go on")
    func paused() async throws {
        try await withFixture { fixture in
            let running = try await RunningIssues(fixture)
            try await NextVersion.publish(try NextVersion.text(), in: fixture)
            let soon = try Instant(rfc3339: "2026-10-12T09:00:00+08:00")
            let mover = try NextVersion.mover(fixture, try NextVersion.move(in: fixture), at: soon)
            try await NextVersion.publishMoves(fixture, mover)
            _ = try await mover.run(.init(), through: fixture.batcher)
            let paused = try #require(try await fixture.issue(running.suspended).resolveClock)
            #expect(paused.status == .paused)
            #expect(paused.limit.description == "5wd")
            _ = try await fixture.gateway.act(
                fixture.command(
                    "resume", on: running.suspended, by: .enterprise(running.suspended, link: 9),
                    at: soon.adding(seconds: 3600)))
            let resumed = try #require(try await fixture.issue(running.suspended).resolveClock)
            let calendar = try #require(fixture.world.value.calendars.current("cn"))
            #expect(
                resumed.dueAt
                    == (try calendar.deadline(
                        from: resumed.startedAt, limit: resumed.limit, pauses: resumed.pauses)).at)
            #expect(try await fixture.findings() == [])
        }
    }

    @Test("ring when they go on what they had not rung when they were suspended")
    func marksAfterSuspension() async throws {
        try await withFixture { fixture in
            let ids = try await fixture.file(count: 2)
            for id in ids {
                try await fixture.bring(id, to: .inHandling)
                try await fixture.act(
                    "suspend", on: id, by: "industry.head", ["reason": "示例"],
                    at: try wall("10-09T14:00"))
            }
            let text = try NextVersion.campaign().replacing("version: 9\n", with: "version: 10\n")
            try await NextVersion.publish(
                text.replacing("{zh: 挂起, en: Suspend}", with: "{zh: 暂停办理, en: Suspend}"),
                in: fixture)
            let mover = try NextVersion.mover(
                fixture, try NextVersion.move(in: fixture), at: try wall("10-14T10:00"))
            try await NextVersion.publishMoves(fixture, mover)
            var filter = MoveFilter()
            filter.numbers = [try await fixture.issue(ids[0]).number]
            #expect(try await mover.run(filter, through: fixture.batcher).changedCount == 1)
            var rings: [[String]] = []
            for id in ids {
                _ = try await fixture.gateway.settle(id, at: try wall("10-30T18:00"))
                rings.append(
                    try await fixture.events(id).filter { ["warn", "breach"].contains($0.action) }
                        .map { "\($0.action) \($0.at)" })
            }
            #expect(rings[0].count == 2)
            #expect(rings[0] == rings[1])
            #expect(try await fixture.findings() == [])
        }
    }

    @Test("are moved once, however often it is started")
    func again() async throws {
        try await withFixture { fixture in
            let running = try await RunningIssues(fixture)
            try await NextVersion.publish(try NextVersion.text(), in: fixture)
            let move = try NextVersion.move(in: fixture, states: ["coordinating": "inHandling"])
            let mover = try NextVersion.mover(fixture, move, at: running.now)
            try await NextVersion.publishMoves(fixture, mover)
            #expect(try await mover.run(.init(), through: fixture.batcher).changedCount == 6)
            #expect(try await fixture.issue(running.coordinating).state == "inHandling")
            let record = try await running.record()
            try await NextVersion.publishMoves(fixture, mover)
            #expect(try await mover.run(.init(), through: fixture.batcher).changedCount == 0)
            #expect(try await running.record() == record)
            #expect(try await fixture.findings() == [])
        }
    }

    @Test("can't go where nothing could ring, resume or release their clocks")
    func stranded() async throws {
        try await withFixture { fixture in
            let running = try await RunningIssues(fixture)
            try await NextVersion.publish(try NextVersion.text(), in: fixture)
            let states = [
                "submitted": "accepted", "awaitingEnterprise": "accepted",
                "reportedResolved": "inHandling", "inHandling": "awaitingEvaluation",
            ]
            let soon = try Instant(rfc3339: "2026-10-12T09:00:00+08:00")
            let mover = try NextVersion.mover(
                fixture, try NextVersion.move(in: fixture, states: states), at: soon)
            let report = try await mover.run(.init(), through: nil)
            let reasons = Dictionary(
                uniqueKeysWithValues: report.unchanged.map { ($0.issue, $0.reasons.map(\.en)) })
            let suspended = try #require(reasons[try await running.number(running.suspended)])
            #expect(
                suspended.contains(
                    "the mark `due` of the running clock `suspension` rings `resumeAutomatically`, "
                        + "which is not possible in `accepted`"))
            #expect(reasons[try await running.number(running.submitted)] == nil)
        }
    }

    @Test("go back and forward again, and ring nothing twice that a mark's new name would ring")
    func backAndForward() async throws {
        try await withFixture { fixture in
            let running = try await RunningIssues(fixture)
            var text = try NextVersion.text()
            for mark in ["plus1", "plus3", "plus5"] {
                text = text.replacing("\(mark): {at: +", with: "\(mark)Days: {at: +")
            }
            try await NextVersion.publish(text, in: fixture)
            let move = try NextVersion.move(in: fixture, states: ["coordinating": "inHandling"])
            let back = VersionMove(from: move.to, to: move.from)
            let late = try Instant(rfc3339: "2026-10-30T10:00:00+08:00")
            _ = try await fixture.gateway.settle(running.breached, at: late)
            let before = try await fixture.events(running.breached).map(\.action)
            for (way, count) in [(move, 6), (back, 6), (move, 6)] {
                let mover = try NextVersion.mover(fixture, way, at: late)
                try await NextVersion.publishMoves(fixture, mover)
                #expect(
                    try await mover.run(.init(), through: fixture.batcher).changedCount == count)
            }
            _ = try await fixture.gateway.settle(running.breached, at: late.adding(seconds: 60))
            let after = try await fixture.events(running.breached).map(\.action)
            #expect(after == before + Array(repeating: "moveVersion", count: 3))
            #expect(try await fixture.findings() == [])
        }
    }

    @Test("are those that the filter lets through")
    func filter() async throws {
        try await withFixture { fixture in
            let running = try await RunningIssues(fixture)
            try await NextVersion.publish(try NextVersion.text(), in: fixture)
            let mover = try NextVersion.mover(
                fixture, try NextVersion.move(in: fixture), at: running.now)
            var filter = MoveFilter()
            filter.states = ["awaitingEnterprise", "submitted"]
            #expect(try await mover.run(filter, through: nil).changedCount == 2)
            filter.classes = ["B"]
            #expect(try await mover.run(filter, through: nil).changedCount == 0)
            filter = MoveFilter()
            filter.units = ["industry"]
            filter.numbers = [try await running.number(running.inHandling)]
            #expect(try await mover.run(filter, through: nil).changedCount == 1)
        }
    }

    @Test("can't move before the moves are published")
    func unpublished() async throws {
        try await withFixture { fixture in
            let running = try await RunningIssues(fixture)
            try await NextVersion.publish(try NextVersion.text(), in: fixture)
            let before = try await running.record()
            let mover = try NextVersion.mover(
                fixture, try NextVersion.move(in: fixture), at: running.now)
            // Each is told of, and none costs another.
            let report = try await mover.run(.init(), through: fixture.batcher)
            #expect(report.changedCount == 0)
            #expect(report.unchanged.count == 6)
            #expect(
                report.unchanged.count { $0.reasons.contains { $0.en.contains("move_is_legal") } }
                    == 5
            )
            #expect(try await running.record() == before)
        }
    }

    @Test("move while others work on them, and nothing is lost or done twice")
    func whileOthersWork() async throws {
        try await withFixture { fixture in
            let issues = try await fixture.file(count: 12)
            for issue in issues { try await fixture.bring(issue, to: .inHandling) }
            try await NextVersion.publish(try NextVersion.text(), in: fixture)
            let mover = try NextVersion.mover(fixture, try NextVersion.move(in: fixture))
            try await NextVersion.publishMoves(fixture, mover)
            let moved = try await withThrowingTaskGroup(of: Int.self) { group in
                for issue in issues {
                    group.addTask {
                        for number in 0..<12 {
                            try await fixture.act(
                                "note", on: issue, by: "industry.handler",
                                ["text": .text("示例"), "visibility": .text("internal")],
                                key: "note \(number)")
                        }
                        return 0
                    }
                }
                group.addTask {
                    try await mover.run(.init(), through: fixture.batcher).changedCount
                }
                return try await group.reduce(0, +)
            }
            #expect(moved == 12)
            for issue in issues {
                let actions = try await fixture.events(issue).map(\.action)
                #expect(actions.count { $0 == "note" } == 12)
                #expect(actions.count { $0 == "moveVersion" } == 1)
            }
            #expect(try await fixture.findings() == [])
        }
    }
}

/// Issues in every situation that a move must know what to do with.
private struct RunningIssues {
    let fixture: TestFixture
    let submitted, inHandling, suspended, reported, breached, coordinating, withdrawn: IssueID
    /// Six working days after dispatch: within seven, past five.
    let now: Instant

    init(_ fixture: TestFixture) async throws {
        self.fixture = fixture
        let ids = try await fixture.file(count: 7)
        (submitted, inHandling, suspended, reported) = (ids[0], ids[1], ids[2], ids[3])
        (breached, coordinating, withdrawn) = (ids[4], ids[5], ids[6])
        for id in ids[1...5] { try await fixture.bring(id, to: .inHandling) }
        now = try Instant(rfc3339: "2026-10-19T10:00:00+08:00")
        let soon = fixture.time.now.adding(seconds: 600)
        try await fixture.act(
            "suspend", on: suspended, by: "industry.head", ["reason": "示例"], at: soon)
        try await fixture.act(
            "reportResolved", on: reported, by: "industry.head",
            [
                "reply": "示例答复", "result": "solved",
                "outcome": .object(["hired": .integer(30)]),
                "evidence": .list([.object(["kind": "photo", "text": "示例"])]),
            ], at: soon)
        try await fixture.act(
            "convene", on: coordinating, by: "office.\(TestFixture.division)", at: soon)
        _ = try await fixture.gateway.act(
            fixture.command(
                "withdraw", on: withdrawn, by: .enterprise(withdrawn, link: 9), at: soon))
        _ = try await fixture.gateway.settle(
            breached, at: try Instant(rfc3339: "2026-10-23T10:00:00+08:00"))
    }

    func number(_ id: IssueID) async throws -> String { try await fixture.issue(id).number }

    func resolveClocks() async throws -> [IssueID: Clock] {
        var clocks: [IssueID: Clock] = [:]
        for id in [inHandling, suspended, reported, breached] {
            clocks[id] = try await fixture.issue(id).resolveClock
        }
        return clocks
    }

    /// Digests of every table of the record.
    func record() async throws -> [String] {
        var digests: [String] = []
        for table in ["issue", "issue_event", "clock", "outbox_batch"] {
            digests.append(
                try await fixture.database.withConnection { connection in
                    try await connection.query(
                        "SELECT count(*) || md5(string_agg(row::text, ' ' ORDER BY row::text)) FROM \(table) AS row"
                    ).first?.text(0) ?? ""
                })
        }
        return digests
    }
}

extension FieldValue: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self = .text(value) }
}
