import Casework
import Foundation
import Testing

@testable import APIModel
@testable import JSON

/// Their names are sorted by hand: so everything that an answer can hold is written, read again, and
/// sorted by the writer.
@Suite("Answers that write themselves")
struct AnswerWritingTests {
    private static let label = LabelAnswer(zh: "办理中“\"\\", en: "In hand")
    private static let unit = UnitAnswer(code: "410102-01", name: "示例单位")
    private static let person = PersonAnswer(login: "demo.one", name: "示例一")
    private static let open: [String: JSONValue] = [
        "z": .null, "a": .boolean(true), "m": .integer(-7), "b": .number(0.5),
        "é": .text("文\n"), "list": .list([.integer(1), .object(["b": .null, "a": .text("")])]),
    ]

    private static var clock: ClockAnswer {
        var clock = ClockAnswer(
            number: 3, kind: "resolve", label: label, cycle: 2, party: unit, step: 4, limit: "7wd",
            status: "late", statusLabel: label, startedAt: "1", originalDueAt: "2", dueAt: "3",
            isProvisional: true,
            endedAt: "4", breachedAt: "5", signal: "red", remainingWorkingSeconds: -9)
        clock.calendar = "cn@2"
        clock.hoursOf = unit
        clock.pauses = [.init(from: "6", until: "7"), .init(from: "8", until: nil)]
        clock.breachLiftedAt = "9"
        clock.metOnTime = false
        clock.metByOriginal = true
        clock.overdueWorkingSeconds = 12
        clock.isResolution = true
        clock.isRight = true
        clock.isOverdue = true
        clock.remainder = Remainder(unit: .workingDays, count: 2)
        clock.workingDaySeconds = 27_000
        return clock
    }

    private static let duty = DutyAnswer(
        issue: "ZQ2026-000001-1", version: 2, title: "t", about: "a", class: "A", stateLabel: label,
        level: 1, card: "red", actions: [.init(action: "accept", label: label)], clock: label,
        part: .owes, owedBy: [label, label], since: "1", dueAt: "2", signal: "red",
        isOverdue: true,
        remainder: Remainder(unit: .workingDays, count: 2), isPaused: false, isBlocked: true)

    private static var bareClock: ClockAnswer {
        ClockAnswer(
            number: 1, kind: "accept", label: label, cycle: 1, party: nil, limit: "4h",
            status: "running", statusLabel: label, startedAt: "1", originalDueAt: "2", dueAt: "3",
            isProvisional: false, endedAt: nil, breachedAt: nil, signal: nil,
            remainingWorkingSeconds: nil)
    }

    private static var issue: IssueAnswer {
        var issue = IssueAnswer(
            id: "1", number: "ZQ2026-000001-1", caseId: "2", workflow: "w", workflowVersion: 3,
            version: 4, state: "s", stateLabel: label, isOpen: true, class: "A", category: "MAT",
            division: "410102", title: "t", description: "d",
            needs: [.init(name: "n", label: label, value: .integer(1), quantity: label)],
            results: [.init(name: "r", label: label, value: .null, quantity: nil)],
            enterprise: EnterpriseAnswer(
                creditCode: "c", name: "n", division: "d", tags: ["y", "x"]),
            subject: SubjectAnswer(kind: "unit", code: "c", name: "n"),
            contact: .init(name: "n", phone: "138****1234"), confidential: true, leadUnit: unit,
            supportingUnits: [unit, unit], office: unit, handler: person, filer: person,
            serviceOfficer: person, level: 6, card: "red", signal: "amber", dueAt: "1",
            originalDueAt: "2", attributes: open, clocks: [clock, bareClock], isAttested: false,
            createdAt: "3", updatedAt: "4",
            proposal: .init(lead: unit, supporting: [unit], explanation: "e"))
        issue.cardLabel = label
        issue.valueLabels = ["b": label, "a": label]
        issue.memberCount = 5
        issue.confidentialNumber = "BM-1"
        issue.classLabel = label
        issue.categoryLabel = label
        issue.divisionLabel = label
        issue.names = ["b": "2", "a": "1"]
        issue.duties = [duty, duty]
        return issue
    }

    private static var bareIssue: IssueAnswer {
        IssueAnswer(
            id: "1", number: "2", caseId: "2", workflow: "w", workflowVersion: 3, version: 4,
            state: "s", stateLabel: label, isOpen: false, class: "", category: "", division: "",
            title: "", description: "", enterprise: nil, contact: .init(name: "n", phone: nil),
            confidential: false, leadUnit: nil, supportingUnits: [], office: nil, handler: nil,
            filer: nil, level: 0, card: nil, signal: nil, dueAt: nil, originalDueAt: nil,
            attributes: [:], clocks: [], createdAt: "", updatedAt: "",
            proposal: .init(lead: nil, supporting: [], explanation: ""))
    }

    private static var event: EventAnswer {
        var event = EventAnswer(
            sequence: 9, at: "1", action: "a", actionLabel: label, from: "f", to: "t",
            fromLabel: label, toLabel: label, by: person, role: "handler", roleLabel: label,
            comment: "c", fields: open, changes: open, clocks: [clock],
            names: ["b": "2", "a": "1", "中": "3"],
            digest: "00")
        event.adoption = .init(
            calendar: "cn@2",
            moved: [
                .init(clock: 1, from: "1", inPlaceOf: 2),
                .init(clock: 1, from: "1", inPlaceOf: nil),
            ])
        event.climb = .init(
            from: 1, to: 3, skipped: [2],
            holders: [.init(person: person, insteadOf: [person], by: "pairing")])
        event.told = [
            .init(person: person, audience: "handler", insteadOf: person),
            .init(person: person, audience: "handler", insteadOf: nil),
        ]
        event.charge = .init(
            unit: unit, since: "1", until: "2", workingSeconds: 3, dispatchedBy: person,
            wasProposed: false)
        event.proposal = .init(lead: unit, supporting: [unit], explanation: "e", basis: "proposal")
        event.onBehalfOf = person
        event.fieldLabels = ["b": label, "a": label]
        event.valueLabels = ["b": label, "a": label]
        let value = TypedValue(name: "n", label: label, value: .integer(1), quantity: label)
        event.typed = ["b": [value, value], "a": []]
        event.byUnit = unit
        return event
    }

    private static var bareEvent: EventAnswer {
        var event = EventAnswer(
            sequence: 1, at: "1", action: "a", actionLabel: label, from: "f", to: "t", by: nil,
            role: "system", roleLabel: label, comment: nil, fields: [:], changes: [:], clocks: [],
            digest: "")
        event.charge = .init(
            unit: unit, since: "1", until: "2", workingSeconds: 3, dispatchedBy: nil,
            wasProposed: nil)
        event.proposal = .init(lead: nil, supporting: [], explanation: "", basis: "override")
        return event
    }

    private func check<Answer: Codable & Hashable>(_ answer: Answer) throws {
        let bytes = try JSONText.encode(answer)
        #expect(try JSONText.decode(Answer.self, from: bytes) == answer)
        let sorted = try JSONText.encode(try JSONText.decode(JSONValue.self, from: bytes))
        #expect(String(decoding: bytes, as: UTF8.self) == String(decoding: sorted, as: UTF8.self))
    }

    @Test("hold whatever they hold, their names in order")
    func whole() throws {
        try check(
            ActionAnswer(
                event: Self.event, issue: Self.issue,
                newIssues: [
                    .init(id: "1", number: "2", category: "3", title: "4"),
                    .init(id: nil, number: "2", category: "3", title: "4"),
                ]))
        try check(Page(items: [Self.issue, Self.bareIssue], next: "x"))
        try check(Page(items: [Self.duty], next: nil))
    }

    /// What is described of them is what is read: so it must be what is written.
    @Test("have the shape that is described")
    func shape() throws {
        let shape = try Shape(of: ActionAnswer.self)
        var fit = ShapeFit()
        for event in [Self.event, Self.bareEvent] {
            for issue in [Self.issue, Self.bareIssue] {
                let answer = ActionAnswer(
                    event: event, issue: issue,
                    newIssues: [.init(id: "1", number: "2", category: "3", title: "4")])
                let bytes = try JSONText.encode(answer)
                fit.hold(try JSONText.decode(JSONValue.self, from: bytes), against: shape)
            }
        }
        #expect(fit.faults == [])
        #expect(shape.memberNames.subtracting(fit.seen) == [], "described, and never written")
    }

    /// Else an encoder of the compiler's would write them, as before.
    @Test("are written by nothing else")
    func own() {
        let all: [any Encodable] = [Self.label, Self.unit, Self.person, Self.clock, EventBody()]
        for value in all {
            #expect(throws: EncodingError.self) { try JSONEncoder().encode(value) }
        }
    }

    @Test("leave out what is absent")
    func bare() throws {
        try check(ActionAnswer(event: Self.bareEvent, issue: Self.bareIssue))
        let text = String(decoding: try JSONText.encode(Self.bareIssue), as: UTF8.self)
        #expect(!text.contains("null"))
        #expect(!text.contains("memberCount"))
    }
}
