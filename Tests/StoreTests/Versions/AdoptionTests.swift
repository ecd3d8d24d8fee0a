import Casework
import DatabaseSupport
import Engine
import Store
import Testing
import Workflow
import WorkingTime

@Suite("A running ledger that is taken over")
struct AdoptionTests {
    @Test(
        "comes into any open state, not attested, and the doctor finds nothing",
        arguments: ["enterprise-assistance", "three-deliveries"])
    func everyState(workflow: String) async throws {
        try await withFixture { fixture in
            let definition = try #require(fixture.world.value.definitions.current(workflow))
                .definition
            for state in definition.states where state.isOpen {
                let id = try await Self.adopt(fixture, workflow, into: state.name)
                let issue = try await fixture.issue(id)
                #expect(issue.state == state.name)
                #expect(issue.attributes.isAttested == false)
                let events = try await fixture.events(id)
                #expect(events.map(\.action) == ["adopt"])
                let dates = try Self.dates(of: state.name, in: definition)
                for date in dates where date != "dueOn" {
                    #expect(events[0].body.fields[date] == .text("2026-10-08"))
                }
            }
            #expect(try await fixture.findings() == [])
        }
    }

    @Test("has clocks that go on from the dates given, and rings what has passed")
    func clocksGoOn() async throws {
        try await withFixture { fixture in
            let id = try await Self.adopt(
                fixture, into: "inHandling", dispatched: "2026-09-21", due: "2026-09-30")
            let resolve = try #require(try await fixture.issue(id).resolveClock)
            #expect(
                resolve.startedAt.rfc3339(in: Self.zone(fixture)) == "2026-09-21T00:00:00+08:00")
            #expect(resolve.dueAt.rfc3339(in: Self.zone(fixture)) == "2026-09-30T17:30:00+08:00")
            _ = try await fixture.gateway.settle(id, at: fixture.time.now)
            let issue = try await fixture.issue(id)
            #expect(issue.resolveClock?.breachedAt == resolve.dueAt)
            #expect(try await fixture.events(id).map(\.action).contains("breach"))
            #expect(try await fixture.findings() == [])
        }
    }

    @Test("has the limit of its class from the date of dispatch where no deadline is given")
    func limitCounts() async throws {
        try await withFixture { fixture in
            let id = try await Self.adopt(
                fixture, into: "inHandling", dispatched: "2026-10-08", due: nil)
            let resolve = try #require(try await fixture.issue(id).resolveClock)
            #expect(resolve.limit.description == "7wd")
            #expect(resolve.dueAt.rfc3339(in: Self.zone(fixture)) == "2026-10-16T17:30:00+08:00")
        }
    }

    @Test("is not late for having been taken over after its deadline, if it was reported before")
    func reportedInTime() async throws {
        try await withFixture { fixture in
            let id = try await Self.adopt(
                fixture, into: "reportedResolved", dispatched: "2026-09-21", due: "2026-09-30",
                more: ["reportedOn": "2026-09-28"])
            try await fixture.act(
                "approveResolution", on: id, by: "office.\(TestFixture.division)", ["grade": "good"]
            )
            let resolve = try #require(
                try await fixture.issue(id).clocks.first { $0.kind == "resolve" })
            #expect(resolve.status == .met)
            #expect(resolve.breachedAt == nil)
        }
    }

    @Test("is refused without a lead unit where only that could lead it on")
    func leadIsRequired() async throws {
        try await withFixture { fixture in
            for (state, isRefused) in [
                ("awaitingSignOff", true), ("dispatched", true), ("accepted", false),
            ] {
                do {
                    _ = try await fixture.file(
                        action: "adopt", by: "administrator.system", key: state,
                        fields: ["state": .text(state), "receivedOn": "2026-10-08"])
                    #expect(!isRefused, "\(state)")
                } catch Refusal.invalidFields(let faults) {
                    #expect(isRefused && faults.map(\.field) == ["issues/0/leadUnit"], "\(state)")
                }
            }
        }
    }

    @Test("is paused from the date given, and the pause counts")
    func pausedBefore() async throws {
        try await withFixture { fixture in
            let id = try await Self.adopt(
                fixture, into: "awaitingEnterprise", dispatched: "2026-09-25", due: nil,
                more: ["pausedOn": "2026-09-28"])
            let paused = try #require(try await fixture.issue(id).resolveClock)
            #expect(paused.status == .paused)
            _ = try await fixture.gateway.act(
                fixture.command(
                    "resume", on: id, by: .enterprise(id, link: 9), at: fixture.time.now))
            let resumed = try #require(try await fixture.issue(id).resolveClock)
            let calendar = try #require(fixture.world.value.calendars.current("cn"))
            let added = calendar.workingSeconds(
                from: try Instant(rfc3339: "2026-09-28T00:00:00+08:00"), to: fixture.time.now)
            #expect(
                calendar.workingDays(from: paused.dueAt, to: resumed.dueAt, pauses: [])
                    == (added + 25_199) / 25_200)
            #expect(try await fixture.findings() == [])
        }
    }

    @Test("counted on where its suspension had ended, and is late from its own deadline on")
    func suspensionLongOver() async throws {
        try await withFixture { fixture in
            fixture.time.move(to: try wall("12-31T18:00"))
            let id = try await Self.adopt(
                fixture, into: "awaitingEnterprise", dispatched: "2026-11-02", due: nil,
                more: ["pausedOn": "2026-11-04"])
            _ = try await fixture.gateway.settle(id, at: fixture.time.now)
            let issue = try await fixture.issue(id)
            let events = try await fixture.events(id)
            #expect(issue.state == "inHandling")
            #expect(
                events.map(\.action).prefix(4)
                    == ["adopt", "resumeAutomatically", "warn", "breach"])
            #expect(events.allSatisfy { $0.at == events[0].at })
            let resolve = try await fixture.resolve(id)
            #expect(
                resolve.pauses == [
                    Pause(from: try wall("11-04T00:00"), until: try wall("11-11T17:30"))
                ])
            #expect(resolve.dueAt == (try wall("11-19T17:30")))
            #expect(resolve.breachedAt == (try wall("11-19T17:30")))
            let suspension = try #require(issue.clocks.first { $0.kind == "suspension" })
            #expect(suspension.endedAt == (try wall("11-11T17:30")))
            #expect(try await fixture.findings() == [])
        }
    }

    @Test("is late at once where its deadline had passed before it was suspended or reported")
    func lateBefore() async throws {
        try await withFixture { fixture in
            for (state, date) in [
                ("awaitingEnterprise", "pausedOn"), ("reportedResolved", "reportedOn"),
            ] {
                let id = try await Self.adopt(
                    fixture, into: state, dispatched: "2026-09-01", due: nil,
                    more: [date: "2026-09-29"])
                let resolve = try await fixture.resolve(id)
                #expect(resolve.breachedAt == (try wall("09-10T17:30")), "\(state)")
            }
            #expect(try await fixture.findings() == [])
        }
    }

    @Test(
        "is refused for dates that can't be",
        arguments: [
            (["dispatchedOn": "2026-10-10"], "dispatchedOn"),
            (["dispatchedOn": "2026-10-01", "dueOn": "2026-09-01"], "dueOn"),
            (["dispatchedOn": "2026-10-01", "receivedOn": "2026-10-02"], "dispatchedOn"),
            (["state": "submitted", "receivedOn": "2026-10-10"], "receivedOn"),
            (["dispatchedOn": "2026-10-01", "pausedOn": "2026-09-30"], "pausedOn"),
            (["dispatchedOn": "2026-10-01", "reportedOn": "2026-09-30"], "reportedOn"),
            (["dispatchedOn": "2026-10-01", "reportedOn": "2026-10-10"], "reportedOn"),
            (["dispatchedOn": "2026-10-01", "nextReportOn": "2026-09-30"], "nextReportOn"),
            (["dispatchedOn": "1990-01-01"], "dispatchedOn"),
            (["dispatchedOn": "2026-10-01", "dueOn": "2099-01-01"], "dueOn"),
            ([:], "dispatchedOn"), (["dueOn": "2026-10-20"], "dispatchedOn"),
            (["state": "submitted"], "receivedOn"),
            (["state": "awaitingEnterprise", "dispatchedOn": "2026-10-01"], "pausedOn"),
            (["state": "reportedResolved", "dispatchedOn": "2026-10-01"], "reportedOn"),
            (["state": "sendBackReview", "dispatchedOn": "2026-10-01"], "sentBackOn"),
            (["state": "awaitingEvaluation", "dispatchedOn": "2026-10-01"], "reportedOn"),
            (["state": "rework"], "reworkOn"), (["state": "tracking"], "nextReportOn"),
            (["state": "serviceConfirmed"], "confirmedOn"),
            (["state": "draft", "receivedOn": "2026-10-01"], "receivedOn"),
            (["dispatchedOn": "2026-10-01", "reportedOn": "2026-10-08"], "reportedOn"),
            (["state": "closedOut"], "state"), (["state": "nowhere"], "state"),
        ])
    func badDates(fields: [String: String], field: String) async throws {
        try await withFixture { fixture in
            let given = fields.mapValues(FieldValue.text)
            let refusal = await #expect(throws: Refusal.self) {
                try await fixture.file(
                    action: "adopt", by: "administrator.system", key: "bad",
                    fields: Self.fields(into: "inHandling").merging(given) { $1 })
            }
            guard case .invalidFields(let faults) = refusal else {
                Issue.record("\(String(describing: refusal))")
                return
            }
            #expect(faults.map(\.field) == ["issues/0/\(field)"])
        }
    }

    @Test("is nobody's to take over but an administrator's or a program's")
    func rights() async throws {
        try await withFixture { fixture in
            for login in ["officer1", "industry.head", "office.410105"] {
                let refusal = await #expect(throws: Refusal.self) {
                    try await fixture.file(
                        action: "adopt", by: login, key: login,
                        fields: Self.fields(into: "inHandling"))
                }
                guard case .forbidden(let action, _) = refusal else {
                    throw try #require(refusal)
                }
                #expect(action.name == "adopt")
            }
        }
    }

    private static func fields(into state: String) -> [String: FieldValue] {
        ["state": .text(state), "leadUnit": "industry", "supportingUnits": .list(["commerce"])]
    }

    /// The dates that a ledger of the state has.
    private static func dates(
        of state: String, in definition: WorkflowDefinition
    ) throws -> [String] {
        let action = try #require(definition.action("adopt"))
        let creation = try #require(action.transitions.first { $0.to == state })
        return LedgerDates(of: action, creation).known.map(\.name)
    }

    private static func zone(_ fixture: TestFixture) -> ZoneTable {
        fixture.world.value.calendars.current("cn")?.zone ?? .utc
    }

    private static func adopt(
        _ fixture: TestFixture, _ workflow: String = "enterprise-assistance", into state: String,
        dispatched: String = "2026-10-08", due: String? = "2026-10-20",
        more: [String: FieldValue] = [:]
    ) async throws -> IssueID {
        var given = fields(into: state)
        let definition = try #require(fixture.world.value.definitions.current(workflow)).definition
        for field in try dates(of: state, in: definition) { given[field] = .text(dispatched) }
        if given["dueOn"] != nil { given["dueOn"] = due.map(FieldValue.text) }
        given.merge(more) { $1 }
        if workflow == "three-deliveries" { given["deliveryKind"] = "service" }
        return try await fixture.file(
            workflow: workflow, action: "adopt", by: "administrator.system",
            key: "\(state) \(dispatched)", fields: given)[0]
    }
}
