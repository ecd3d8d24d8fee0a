package import Casework

/// The usual path of an issue, step by step.
extension TestHouse {
    package static let office = "office.\(division)"

    package enum Stop: Int, Comparable, Sendable {
        case submitted, accepted, dispatched, inHandling, reportedResolved, awaitingEvaluation

        package static func < (one: Stop, other: Stop) -> Bool { one.rawValue < other.rawValue }
    }

    /// Brings a submitted issue as far as asked, led by the bureau of industry.
    package func bring(_ issue: IssueID, to stop: Stop) async throws {
        if stop >= .accepted {
            try await act("accept", on: issue, by: Self.office)
            try await act("triage", on: issue, by: Self.office, ["class": .text("C")])
        }
        if stop >= .dispatched {
            try await act(
                "dispatch", on: issue, by: Self.office,
                [
                    "leadUnit": .text("industry"), "reason": .text("牵头部门另行商定"),
                    "supportingUnits": .list([.text("humanResources")]),
                ])
        }
        if stop >= .inHandling {
            try await act("acknowledge", on: issue, by: "industry.handler")
            try await act(
                "overruleOpinions", on: issue, by: "industry.head",
                ["reason": .text("协办单位电话确认无异议")])
        }
        if stop >= .reportedResolved { try await reportResolved(issue) }
        if stop >= .awaitingEvaluation {
            try await act(
                "approveResolution", on: issue, by: Self.office, ["grade": .text("good")])
        }
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
