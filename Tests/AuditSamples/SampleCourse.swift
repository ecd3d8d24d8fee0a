package import Casework
import Workflow
import WorkingTime

/// The stretches that most histories are made of.
extension SampleHistory {
    /// Accepts and dispatches, with the clocks acknowledge (1), firstReport (2), resolve (3).
    package mutating func dispatch(
        at: String = "2026-10-08T10:00", to unit: String = "FIN",
        due: String = "2026-10-19T17:30"
    ) throws {
        try act("accept", to: "accepted", at: at, by: SampleWorld.officer, as: .districtOffice)
        try act(
            "dispatch", to: "dispatched", at: at, by: SampleWorld.officer, as: .districtOffice,
            set: ["leadUnit": .text(unit)], count: ["dispatches"],
            clocks: [
                try clock("acknowledge", 1, unit, from: at, due: "2026-10-08T15:30", limit: "4h"),
                try clock("firstReport", 2, unit, from: at, due: "2026-10-13T17:30", limit: "3wd"),
                try clock("resolve", 3, unit, from: at, due: due, limit: "7wd"),
            ])
    }

    package mutating func acknowledge(at: String = "2026-10-08T11:00") throws {
        let ended = try ended(1, at: at, .met)
        try act(
            "acknowledge", to: "inHandling", at: at, by: SampleWorld.handler, as: .handler,
            set: ["handler": .integer(1)], clocks: [ended])
    }

    /// Reports with evidence; the resolve clock is held.
    package mutating func report(
        at: String, result: String = "solved", reply: String = "已放款",
        evidence: [FieldValue] = [.object(["kind": .text("note"), "text": .text("x")])]
    ) throws {
        let instant = try SampleWorld.at(at)
        let held = clock(3) { clock in
            clock.status = .held
            clock.heldAt = instant
            clock.nextMark = nil
            clock.nextAlarmAt = nil
        }
        try act(
            "reportResolved", to: "reportedResolved", at: at, by: SampleWorld.handler,
            as: .unitHead, fields: ["evidence": .list(evidence)],
            set: ["reply": .text(reply), "result": .text(result)],
            clocks: [held, try ended(2, at: at, .met)])
    }

    package mutating func approve(at: String) throws {
        let done = try SampleWorld.at(at)
        let ended = clock(3) { clock in
            let metAt = clock.heldAt ?? done
            if metAt > clock.dueAt, clock.breachedAt == nil { clock.breachedAt = clock.dueAt }
            clock.status = clock.breachedAt == nil ? .met : .late
            clock.endedAt = metAt
        }
        try act(
            "approveResolution", to: "awaitingEvaluation", at: at, by: SampleWorld.officer,
            as: .districtOffice, clocks: [ended])
    }

    package mutating func evaluate(_ evaluation: String, at: String) throws {
        let isDissatisfied = evaluation == "dissatisfied"
        try act(
            "evaluate", to: isDissatisfied ? "rework" : "closedOut", at: at, as: .enterprise,
            fields: ["evaluation": .text(evaluation)], set: ["evaluation": .text(evaluation)],
            count: isDissatisfied ? ["reworks"] : [])
    }

    /// Closes without an evaluation, by the call-back.
    package mutating func followUp(
        at: String, by person: PersonID = SampleWorld.officer
    ) throws {
        try act(
            "followUp", to: "closedOut", at: at, by: person, as: .caller,
            set: ["evaluation": .text("notEvaluated")])
    }

    /// Goes over to the next version of the workflow, to what the state is called there.
    package mutating func moveOn(to state: String, at: String) throws {
        try act(
            "moveVersion", to: state, at: at, by: SampleWorld.officer, as: .systemAdministrator,
            move: VersionChange(from: Identifier(1), to: Identifier(2)))
    }

    /// From filing to a satisfied enterprise, all in time.
    package static func closed(
        _ id: Int64 = 1, filedAt: String = "2026-10-08T09:00", reply: String = "已放款",
        result: String = "solved"
    ) throws -> SampleHistory {
        var history = try SampleHistory(id, filedAt: filedAt)
        try history.dispatch()
        try history.acknowledge()
        try history.report(at: "2026-10-12T10:00", result: result, reply: reply)
        try history.approve(at: "2026-10-12T16:00")
        try history.evaluate("satisfied", at: "2026-10-13T09:00")
        return history
    }

    package func ended(_ number: Int, at: String, _ status: Clock.Status) throws -> Clock {
        let instant = try SampleWorld.at(at)
        return clock(number) { clock in
            clock.status = status
            clock.endedAt = instant
            clock.nextMark = nil
            clock.nextAlarmAt = nil
        }
    }

    private func clock(
        _ kind: String, _ number: Int, _ party: String, from: String, due: String, limit: String
    ) throws -> Clock {
        Clock(
            number: number, kind: kind, cycle: 1, party: party, issueClass: nil,
            limit: try TimeLimit(limit),
            calendar: "cn", calendarRevision: 1, startedAt: try SampleWorld.at(from),
            dueAt: try SampleWorld.at(due), isProvisional: false)
    }
}
