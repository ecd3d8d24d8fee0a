import Casework
import DatabaseSupport
import Engine
import Store
import Testing
import UseCases
import Workflow
import WorkingTime

@Suite("The adoption of a revised calendar")
struct CalendarAdoptionTests {
    @Test("is told before: which deadlines move, from when to when; nothing is changed")
    func dryRun() async throws {
        try await withFixture { fixture in
            let issue = try await fixture.file()[0]
            try await fixture.bring(issue, to: .inHandling)
            try await NextCalendar.publish(
                try NextCalendar.text(without: "2026-10-10"), in: fixture)
            let before = try await fixture.issue(issue)
            let report = try await NextCalendar.adopter(
                fixture, revision: 2, at: "2026-10-09T18:00:00+08:00"
            ).run(through: nil)
            #expect(report.changedCount == 1)
            #expect(report.unchanged.isEmpty)
            let change = try #require(report.deadlines.first { $0.clock == "resolve" })
            #expect(change.party == "industry")
            #expect(change.old == (try wall("10-19T17:30")))
            #expect(change.new == (try wall("10-20T17:30")))
            #expect(!change.becomesOverdue && !change.isSaved)
            #expect(try await fixture.issue(issue) == before)
            #expect(try await fixture.resolve(issue).calendarRevision == 1)
        }
    }

    @Test("moves every running clock, by an event that says so, and tells who handles the issue")
    func adopted() async throws {
        try await withFixture { fixture in
            let issues = try await fixture.file(count: 70)
            for issue in issues { try await fixture.bring(issue, to: .accepted) }
            try await fixture.bring(issues[0], to: .submitted)
            try await fixture.act(
                "dispatch", on: issues[0], by: TestFixture.office,
                ["leadUnit": .text("industry"), "reason": .text("示例")])
            try await NextCalendar.publish(
                try NextCalendar.text(without: "2026-10-10"), in: fixture)
            let adopter = try NextCalendar.adopter(
                fixture, revision: 2, at: "2026-10-09T12:00:00+08:00")
            let report = try await adopter.run(through: fixture.batcher)
            // More than one page.
            #expect(report.changedCount == 70)
            let event = try #require(try await fixture.events(issues[0]).last)
            #expect(event.action == "adoptCalendar")
            #expect(event.from == event.to)
            let change = try #require(event.body.adoption)
            #expect(change.calendar == "cn" && change.revision == 2)
            #expect(event.by.role == .systemAdministrator)
            #expect(event.body.told?.isEmpty == false)
            let clocks = try await fixture.issue(issues[0]).liveClocks
            #expect(clocks.allSatisfy { $0.calendarRevision == 2 })
            let resolve = try await fixture.resolve(issues[0])
            let moved = try #require(change.moved.first { $0.clock == resolve.number })
            #expect(moved.from == (try wall("10-19T17:30")))
            #expect(moved.inPlaceOf == nil)
            #expect(resolve.originalDueAt == (try wall("10-19T17:30")))
            #expect(resolve.dueAt == (try wall("10-20T17:30")))
            #expect(try await fixture.findings() == [])
            #expect(try await adopter.run(through: fixture.batcher).changedCount == 0)
            // What begins now begins on the newest revision; nobody is pinned backwards.
            let fresh = try await fixture.file(key: "fresh")[0]
            #expect(try await fixture.issue(fresh).clocks.first?.calendarRevision == 2)
            #expect(
                try await NextCalendar.adopter(
                    fixture, revision: 1, at: "2026-10-09T12:00:00+08:00"
                ).run(through: fixture.batcher).changedCount == 0)
        }
    }

    @Test("keeps a breach with the run that missed it, and lets another go on by the new deadline")
    func saved() async throws {
        try await withFixture { fixture in
            let issue = try await fixture.file()[0]
            try await fixture.bring(issue, to: .inHandling)
            _ = try await fixture.gateway.settle(issue, at: try wall("10-19T18:00"))
            let breach = try await fixture.resolve(issue)
            #expect(breach.breachedAt == (try wall("10-19T17:30")))
            try await NextCalendar.publish(
                try NextCalendar.text(without: "2026-10-10"), in: fixture)
            let report = try await NextCalendar.adopter(
                fixture, revision: 2, at: "2026-10-19T19:00:00+08:00"
            ).run(through: fixture.batcher)
            #expect(report.deadlines.contains { $0.clock == "resolve" && $0.isSaved })
            let next = try await fixture.resolve(issue)
            let old = try #require(
                try await fixture.issue(issue).clocks.first { $0.number == breach.number })
            #expect(old.status == .cancelled)
            #expect(old.breachLiftedAt == (try wall("10-19T19:00")))
            #expect(old.breachedAt == breach.breachedAt && old.dueAt == breach.dueAt)
            #expect(old.calendarRevision == 1 && next.calendarRevision == 2)
            #expect(next.cycle == old.cycle && next.startedAt == old.startedAt)
            #expect(next.originalDueAt == old.originalDueAt)
            #expect(next.breachedAt == nil && !next.passedMarks.contains("due"))

            try await fixture.act(
                "reportResolved", on: issue, by: "industry.head", Self.report,
                at: try wall("10-20T10:00"))
            try await fixture.act(
                "approveResolution", on: issue, by: TestFixture.office, ["grade": .text("good")],
                at: try wall("10-20T11:00"))
            let met = try await fixture.resolve(issue)
            #expect(met.status == .met && met.metByOriginal == false)
            let breaches = try await fixture.events(issue).count { $0.action == "breach" }
            #expect(breaches == 1)
            #expect(try await fixture.findings() == [])
        }
    }

    @Test("rings at the new deadline for what was saved and is missed after all")
    func missedAgain() async throws {
        try await withFixture { fixture in
            let issue = try await fixture.file()[0]
            try await fixture.bring(issue, to: .inHandling)
            _ = try await fixture.gateway.settle(issue, at: try wall("10-19T18:00"))
            try await NextCalendar.publish(
                try NextCalendar.text(without: "2026-10-10"), in: fixture)
            _ = try await NextCalendar.adopter(
                fixture, revision: 2, at: "2026-10-19T19:00:00+08:00"
            ).run(through: fixture.batcher)
            _ = try await fixture.gateway.settle(issue, at: try wall("10-20T18:00"))
            let clock = try await fixture.resolve(issue)
            #expect(clock.breachedAt == (try wall("10-20T17:30")))
            let breaches = try await fixture.events(issue).filter { $0.action == "breach" }
            let dues = [try wall("10-19T17:30"), try wall("10-20T17:30")]
            #expect(breaches.map(\.at) == dues)
            #expect(try await fixture.findings() == [])
        }
    }

    @Test("takes nothing off that is late by the new deadline too, and tells nothing twice")
    func stillLate() async throws {
        try await withFixture { fixture in
            let issue = try await fixture.file()[0]
            try await fixture.bring(issue, to: .inHandling)
            try await NextCalendar.publish(
                try NextCalendar.text(without: "2026-10-10"), in: fixture)
            _ = try await fixture.gateway.settle(issue, at: try wall("10-21T09:00"))
            let report = try await NextCalendar.adopter(
                fixture, revision: 2, at: "2026-10-21T10:00:00+08:00"
            ).run(through: fixture.batcher)
            #expect(!report.deadlines.contains { $0.clock == "resolve" && $0.isSaved })
            _ = try await fixture.gateway.settle(issue, at: try wall("10-21T11:00"))
            let clock = try await fixture.resolve(issue)
            #expect(clock.isBreached)
            #expect(clock.dueAt == (try wall("10-20T17:30")))
            #expect(clock.breachedAt == clock.dueAt)
            let actions = try await fixture.events(issue).map(\.action)
            #expect(actions.count { $0 == "breach" } == 1)
            #expect(actions.count { $0 == "remindOverdue" } == 1)
            #expect(try await fixture.findings() == [])
        }
    }

    @Test("rings at the new deadline of what was held or paused when it was saved")
    func savedWhileStanding() async throws {
        try await withFixture { fixture in
            let held = try await fixture.file()[0]
            try await fixture.bring(held, to: .inHandling)
            _ = try await fixture.gateway.settle(held, at: try wall("10-19T18:00"))
            try await fixture.act(
                "reportResolved", on: held, by: "industry.head", Self.report,
                at: try wall("10-20T10:00"))
            let paused = try await fixture.file(key: "paused")[0]
            for (action, login, fields, key) in Self.pathToHandling {
                try await fixture.act(action, on: paused, by: login, fields, key: key)
            }
            _ = try await fixture.gateway.settle(paused, at: try wall("10-19T18:00"))
            try await fixture.act(
                "suspend", on: paused, by: "industry.handler", ["reason": .text("待企业补充材料")],
                key: "suspend", at: try wall("10-20T11:00"))
            try await NextCalendar.publish(
                try NextCalendar.text(without: "2026-10-10"), in: fixture)
            let report = try await NextCalendar.adopter(
                fixture, revision: 2, at: "2026-10-21T10:00:00+08:00"
            ).run(through: fixture.batcher)
            #expect(report.deadlines.count { $0.clock == "resolve" && $0.isSaved } == 2)
            try await fixture.act(
                "rejectResolution", on: held, by: TestFixture.office, ["unmet": .text("未落实")],
                at: try wall("10-21T11:00"))
            _ = try await fixture.gateway.act(
                fixture.command(
                    "resume", on: paused, by: .enterprise(paused, link: 9),
                    at: try wall("10-22T10:00")))
            for (issue, due) in [(held, "10-20T17:30"), (paused, "10-22T17:30")] {
                _ = try await fixture.gateway.settle(issue, at: try wall("10-30T10:00"))
                let clock = try await fixture.resolve(issue)
                #expect(clock.dueAt == (try wall(due)))
                #expect(clock.breachedAt == (try wall(due)))
                let actions = try await fixture.events(issue).map(\.action)
                #expect(actions.count { $0 == "breach" } == 2)
            }
            #expect(try await fixture.findings() == [])
        }
    }

    private static let pathToHandling: [(String, String, [String: FieldValue], String)] = [
        ("accept", TestFixture.office, [:], "accept2"),
        ("triage", TestFixture.office, ["class": .text("C")], "triage2"),
        (
            "dispatch", TestFixture.office, ["leadUnit": .text("industry"), "reason": .text("示例")],
            "dispatch2"
        ),
        ("acknowledge", "industry.handler", [:], "acknowledge2"),
    ]

    @Test("judges a paused clock by when it stopped")
    func paused() async throws {
        try await withFixture { fixture in
            let issue = try await fixture.file()[0]
            try await fixture.bring(issue, to: .inHandling)
            try await fixture.act(
                "suspend", on: issue, by: "industry.handler", ["reason": .text("待企业补充材料")],
                at: try wall("10-15T10:00"))
            try await NextCalendar.publish(try NextCalendar.text(with: "2026-10-11"), in: fixture)
            let report = try await NextCalendar.adopter(
                fixture, revision: 2, at: "2026-10-17T10:00:00+08:00"
            ).run(through: nil)
            let change = try #require(report.deadlines.first { $0.clock == "resolve" })
            #expect(change.new == (try wall("10-16T17:30")))
            #expect(!change.becomesOverdue)
        }
    }

    @Test("makes late what an earlier deadline leaves behind, and rings its marks once")
    func becomesLate() async throws {
        try await withFixture { fixture in
            let issue = try await fixture.file()[0]
            try await fixture.bring(issue, to: .inHandling)
            try await NextCalendar.publish(try NextCalendar.text(with: "2026-10-11"), in: fixture)
            let report = try await NextCalendar.adopter(
                fixture, revision: 2, at: "2026-10-17T10:00:00+08:00"
            ).run(through: fixture.batcher)
            let change = try #require(report.deadlines.first { $0.clock == "resolve" })
            #expect(change.becomesOverdue)
            #expect(change.new == (try wall("10-16T17:30")))
            for hour in ["17T10:01", "17T10:02"] {
                _ = try await fixture.gateway.settle(issue, at: try wall("10-\(hour)"))
            }
            let clock = try await fixture.resolve(issue)
            #expect(clock.breachedAt == (try wall("10-16T17:30")))
            let actions = try await fixture.events(issue).map(\.action)
            #expect(actions.count { $0 == "breach" } == 1)
            #expect(try await fixture.findings() == [])
        }
    }

    @Test("leaves alone what has ended, and clocks of another calendar")
    func ended() async throws {
        try await withFixture { fixture in
            let issue = try await fixture.file()[0]
            try await fixture.act(
                "decline", on: issue, by: TestFixture.office, ["reason": .text("不属受理范围")])
            try await NextCalendar.publish(
                try NextCalendar.text(without: "2026-10-10"), in: fixture)
            let report = try await NextCalendar.adopter(
                fixture, revision: 2, at: "2026-10-09T18:00:00+08:00"
            ).run(through: fixture.batcher)
            #expect(report.changedCount == 0)
            #expect(try await fixture.issue(issue).clocks.allSatisfy { $0.calendarRevision == 1 })
        }
    }

    @Test("gives units their own hours, and the units below them")
    func hoursOfUnits() async throws {
        try await withFixture { fixture in
            let week =
                "{mon: [\"08:00-20:00\"], tue: [\"08:00-20:00\"], wed: [\"08:00-20:00\"], "
                + "thu: [\"08:00-20:00\"], fri: [\"08:00-20:00\"]}"
            let lines = try await NextCalendar.publish(
                try NextCalendar.text(hours: "[{units: [industry, nowhere], week: \(week)}]"),
                in: fixture)
            #expect(
                lines == [
                    "calendar cn: revision 2 published",
                    "warning: calendar cn has hours of nowhere, which is no unit of the directory",
                ])
            let issue = try await fixture.file()[0]
            try await fixture.bring(issue, to: .inHandling)
            let clock = try await fixture.resolve(issue)
            #expect(clock.hoursOf == "industry")
            #expect(clock.dueAt == (try wall("10-19T20:00")))
            let support = try await fixture.issue(issue).clocks.filter { $0.kind == "support" }
            #expect(!support.isEmpty && support.allSatisfy { $0.hoursOf == nil })
            try await fixture.act(
                "transfer", on: issue, by: TestFixture.office,
                ["leadUnit": .text("commerce"), "reason": .text("职责调整")])
            let handed = try await fixture.resolve(issue)
            #expect(handed.number == clock.number && handed.hoursOf == nil)
            #expect(handed.dueAt == (try wall("10-19T17:30")))
            #expect(try await fixture.findings() == [])
        }
    }

    static let report: [String: FieldValue] = [
        "reply": .text("已到岗三十人"), "result": .text("solved"),
        "outcome": .object(["hired": .integer(30)]),
        "evidence": .list([.object(["kind": .text("report"), "text": .text("已组织专场招聘")])]),
    ]
}
