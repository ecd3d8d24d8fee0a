import Casework
import Languages
import Testing
import Walking
import Workflow
import WorkingTime

@Suite("The dates of a ledger that is taken over")
struct LedgerDateTests {
    /// One state of a campaign, and one date that a ledger can have.
    struct Pair: Sendable, CustomTestStringConvertible {
        let workflow: String
        let state: String
        let date: String

        var testDescription: String { "\(workflow): \(state) \(date)" }

        static let all = [DemoWorld.assistance, DemoWorld.deliveries].flatMap { workflow in
            let definition = workflow.definition
            let dates = definition.action("adopt")?.fields.filter { $0.form == .date } ?? []
            return definition.states.filter(\.isOpen).flatMap { state in
                dates.map { Pair(workflow: definition.id, state: state.name, date: $0.name) }
            }
        }
    }

    /// A working day for each, so that no two can be taken for one another.
    private static let days = [
        "receivedOn": "2026-10-12", "dispatchedOn": "2026-10-14", "sentBackOn": "2026-10-16",
        "pausedOn": "2026-10-19", "reportedOn": "2026-10-21", "reworkOn": "2026-10-22",
        "confirmedOn": "2026-10-23", "evaluatedOn": "2026-10-26", "dueOn": "2026-11-20",
        "nextReportOn": "2026-11-25",
    ]

    @Test(
        "begin a clock, end it, are due, or are refused with those that the state has",
        arguments: Pair.all)
    func pair(_ pair: Pair) throws {
        let workflow = DemoWorld.workflow(pair.workflow)
        let effects = try effects(of: workflow, into: pair.state)
        let own = Set(effects.flatMap(\.dateFields))
        let given = Self.days.filter { own.contains($0.key) || $0.key == pair.date }
        guard own.contains(pair.date) else {
            let fault = try #require(try refused(workflow, pair.state, given).first)
            #expect(fault.field == "issues/0/\(pair.date)")
            for date in own {
                let label = try #require(workflow.definition.action("adopt")?.field(date)?.label)
                #expect(fault.problem.en.contains(label.en))
                #expect(fault.problem.zh.contains(label.zh))
            }
            return
        }
        let issue = try adopted(workflow, pair.state, given)
        let day = try CalendarDate(try #require(Self.days[pair.date]))
        let zone = DemoWorld.calendar.zone
        let midnight = zone.midnight(of: day)
        let stopped = effects.compactMap { if case .stop(let clock) = $0 { clock } else { nil } }
        for effect in effects where effect.dateFields.contains(pair.date) {
            switch effect {
            case .startDated(let kind, let since, let due):
                let clock = try #require(issue.clocks.first { $0.kind == kind }, "\(kind)")
                if since == pair.date { #expect(clock.startedAt == midnight) }
                if due == pair.date {
                    #expect(zone.date(at: clock.dueAt) == day)
                    #expect(clock.originalDueAt == DemoWorld.calendar.closing(onOrAfter: day))
                }
            case .holdSince(let kind, _):
                let clock = try #require(issue.clocks.first { $0.kind == kind }, "\(kind)")
                #expect((stopped.contains(kind) ? clock.endedAt : clock.heldAt) == midnight)
                #expect(clock.breachedAt == (clock.dueAt < midnight ? clock.dueAt : nil))
            case .pauseSince(let kind, _):
                let clock = try #require(issue.clocks.first { $0.kind == kind }, "\(kind)")
                #expect(clock.pauses == [Pause(from: midnight, until: nil)])
            default: Issue.record("\(effect) counts from no date")
            }
        }
        // Nothing that the ledger brings counts from the takeover, but what only has a date to end on.
        let dated = effects.compactMap { effect in
            if case .startDated(let clock, nil, _) = effect { clock } else { nil }
        }
        #expect(
            issue.clocks.allSatisfy { $0.startedAt < issue.createdAt || dated.contains($0.kind) })
    }

    /// What one clock of a ledger comes to.
    struct Figure: Sendable, CustomTestStringConvertible {
        let state: String
        let dates: [String: String]
        let clock: String
        let due: String
        var breached: String? = nil
        var status = Clock.Status.running
        var issueClass = "C"
        var workflow = "enterprise-assistance"

        var testDescription: String { "\(workflow): \(state) \(dates) \(clock)" }
    }

    @Test(
        "come to these figures",
        arguments: [
            Figure(
                state: "submitted", dates: ["receivedOn": "10-12"], clock: "accept",
                due: "10-13 17:30"),
            Figure(
                state: "inHandling", dates: ["receivedOn": "10-12", "dispatchedOn": "10-13"],
                clock: "accept", due: "10-13 17:30", status: .met),
            Figure(
                state: "inHandling", dates: ["receivedOn": "10-12", "dispatchedOn": "10-15"],
                clock: "accept", due: "10-13 17:30", breached: "10-13 17:30", status: .late),
            Figure(
                state: "inHandling", dates: ["dispatchedOn": "10-12"], clock: "resolve",
                due: "10-21 17:30"),
            Figure(
                state: "inHandling", dates: ["dispatchedOn": "10-12", "dueOn": "10-30"],
                clock: "resolve", due: "10-30 17:30"),
            Figure(
                state: "inHandling", dates: ["dispatchedOn": "10-12"], clock: "nextReport",
                due: "10-21 17:30", issueClass: "B"),
            Figure(
                state: "inHandling", dates: ["dispatchedOn": "10-12", "nextReportOn": "11-20"],
                clock: "nextReport", due: "11-20 17:30", issueClass: "B"),
            Figure(
                state: "sendBackReview",
                dates: ["dispatchedOn": "10-12", "sentBackOn": "10-14"], clock: "ruling",
                due: "10-14 17:30"),
            Figure(
                state: "awaitingEnterprise",
                dates: ["dispatchedOn": "10-12", "pausedOn": "10-23"], clock: "resolve",
                due: "10-21 17:30", breached: "10-21 17:30", status: .paused),
            Figure(
                state: "awaitingEnterprise",
                dates: ["dispatchedOn": "10-12", "pausedOn": "10-19"], clock: "suspension",
                due: "10-26 17:30"),
            Figure(
                state: "awaitingEvaluation", dates: ["reportedOn": "10-23"], clock: "evaluate",
                due: "10-30 17:30"),
            Figure(
                state: "awaitingEvaluation",
                dates: ["dispatchedOn": "10-12", "reportedOn": "10-20"], clock: "resolve",
                due: "10-21 17:30", status: .met),
            Figure(
                state: "awaitingEvaluation",
                dates: ["dispatchedOn": "10-12", "reportedOn": "10-23"], clock: "resolve",
                due: "10-21 17:30", breached: "10-21 17:30", status: .late),
            Figure(
                state: "rework", dates: ["reworkOn": "10-12"], clock: "accept",
                due: "10-13 17:30"),
            Figure(
                state: "serviceConfirmed", dates: ["confirmedOn": "10-12"], clock: "review",
                due: "10-13 17:30"),
            Figure(
                state: "tracking", dates: ["nextReportOn": "11-20"], clock: "nextReport",
                due: "11-20 17:30"),
            Figure(
                state: "evaluated", dates: ["evaluatedOn": "10-12"], clock: "review",
                due: "10-13 17:30", workflow: "three-deliveries"),
            Figure(
                state: "answered", dates: ["dispatchedOn": "10-12", "reportedOn": "10-21"],
                clock: "resolve", due: "10-19 17:30", breached: "10-19 17:30", status: .late,
                workflow: "three-deliveries"),
        ])
    func figures(_ figure: Figure) throws {
        let issue = try adopted(
            DemoWorld.workflow(figure.workflow), figure.state,
            figure.dates.mapValues { "2026-\($0)" }, issueClass: figure.issueClass)
        let clock = try #require(issue.clocks.last { $0.kind == figure.clock })
        #expect(clock.dueAt == (try instant(figure.due)))
        #expect(clock.breachedAt == (try figure.breached.map(instant)))
        #expect(clock.status == figure.status)
    }

    @Test("are asked for where only the end of a run is given, or only its deadline")
    func halves() throws {
        for (dates, missing) in [
            (["reportedOn": "2026-10-21", "dueOn": "2026-10-20"], "dispatchedOn"),
            (["reportedOn": "2026-10-21", "receivedOn": "2026-10-12"], "dispatchedOn"),
        ] {
            let faults = try refused(DemoWorld.assistance, "awaitingEvaluation", dates)
            #expect(faults.map(\.field) == ["issues/0/\(missing)"])
            #expect(faults.first?.problem.zh == "“待评价”状态须填写原交办日期")
        }
        let faults = try refused(DemoWorld.assistance, "tracking", [:])
        #expect(faults.map(\.field) == ["issues/0/nextReportOn"])
        let strange = try refused(DemoWorld.assistance, "draft", ["receivedOn": "2026-10-12"])
        #expect(strange.map(\.problem.zh) == ["“草稿”状态不填任何日期"])
    }

    private func effects(of workflow: PublishedWorkflow, into state: String) throws -> [Effect] {
        let action = try #require(workflow.definition.action("adopt"))
        let creation = try #require(action.transitions.first { $0.to == state })
        return action.effects + creation.effects
    }

    private func adopted(
        _ workflow: PublishedWorkflow, _ state: String, _ dates: [String: String],
        issueClass: String = "C"
    ) throws -> Casework.Issue {
        var fields: [String: FieldValue] = dates.mapValues(FieldValue.text)
        fields["state"] = .text(state)
        fields["class"] = .text(issueClass)
        fields["leadUnit"] = "industry"
        fields["supportingUnits"] = .list(["commerce"])
        if workflow.definition.requiresDeliveryKind { fields["deliveryKind"] = "service" }
        return try Story(
            "11-12 09:00", fields: fields, by: "administrator.system", action: "adopt",
            workflow: workflow
        ).issue
    }

    private func refused(
        _ workflow: PublishedWorkflow, _ state: String, _ dates: [String: String]
    ) throws -> [FieldFault] {
        do {
            _ = try adopted(workflow, state, dates)
            return []
        } catch Refusal.invalidFields(let faults) {
            return faults
        }
    }
}
