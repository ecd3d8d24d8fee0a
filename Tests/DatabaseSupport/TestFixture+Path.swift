package import Casework
import Engine

/// The usual path of an issue, step by step.
extension TestFixture {
    package static let office = "office.\(division)"

    package enum Stop: Int, Comparable, Sendable {
        case submitted, accepted, dispatched, inHandling, reportedResolved, awaitingEvaluation
        case closedOut

        package static func < (one: Stop, other: Stop) -> Bool { one.rawValue < other.rawValue }
    }

    /// Brings an issue as far as asked, led by the bureau of industry.
    ///
    /// - Parameter start: how far it has come.
    package func bring(
        _ issue: IssueID, from start: Stop = .submitted, to stop: Stop
    ) async throws {
        func passes(_ step: Stop) -> Bool { start < step && step <= stop }
        if passes(.accepted) {
            try await act("accept", on: issue, by: Self.office)
            try await act("triage", on: issue, by: Self.office, ["class": .text("C")])
        }
        if passes(.dispatched) {
            try await act(
                "dispatch", on: issue, by: Self.office,
                [
                    "leadUnit": .text("industry"), "reason": .text("牵头部门另行商定"),
                    "supportingUnits": .list([.text("humanResources")]),
                ])
        }
        if passes(.inHandling) {
            try await act("acknowledge", on: issue, by: "industry.handler")
            try await act(
                "overruleOpinions", on: issue, by: "industry.head",
                ["reason": .text("协办单位电话确认无异议")])
        }
        if passes(.reportedResolved) { try await reportResolved(issue) }
        if passes(.awaitingEvaluation) {
            try await act(
                "approveResolution", on: issue, by: Self.office, ["grade": .text("good")])
        }
        if passes(.closedOut) { try await evaluate(issue) }
    }

    private func evaluate(_ issue: IssueID) async throws {
        _ = try await gateway.act(
            command(
                "evaluate", on: issue, by: .enterprise(issue, link: 9),
                fields: ["evaluation": .text("satisfied")]))
    }

    private func reportResolved(_ issue: IssueID) async throws {
        let evidence = FieldValue.list([
            .object(["kind": .text("report"), "text": .text("已组织专场招聘")])
        ])
        try await act(
            "reportResolved", on: issue, by: "industry.head",
            [
                "reply": .text("已到岗三十人"), "result": .text("solved"),
                "outcome": .object(["hired": .integer(30)]), "evidence": evidence,
            ])
    }
}
