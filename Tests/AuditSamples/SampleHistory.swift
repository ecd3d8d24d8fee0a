package import Auditing
package import Casework
package import Workflow
import WorkingTime

/// Writes an issue's history by hand, event by event; wall times are Zhengzhou's.
package struct SampleHistory {
    package private(set) var issue: Issue
    package private(set) var events: [IssueEvent] = []

    /// - Parameters:
    ///   - caseID: nil for a case of its own.
    ///   - ordinal: its place among the issues of the case.
    ///   - set: what the filing records beside the usual.
    package init(
        _ id: Int64 = 1, filedAt: String = "2026-10-08T09:00", of caseID: Int64? = nil,
        ordinal: Int = 1, set: [String: FieldValue] = [:]
    ) throws {
        let at = try SampleWorld.at(filedAt)
        let narrative = Narrative(
            title: "=贷款 13812345678 \"续贷\"", description: "…",
            contact: .init(name: "赵", phone: "13700003333"), needs: nil)
        issue = Issue(
            unborn: IssueID(id), number: "ZQ2026-00000\(caseID ?? id)-\(ordinal)",
            caseID: CaseID(caseID ?? id), enterprise: SampleWorld.enterprise.id,
            filer: SampleWorld.officer, workflow: Identifier(1), createdAt: at,
            narrative: narrative)
        try act(
            "file", to: "submitted", at: filedAt, by: SampleWorld.officer, as: .serviceOfficer,
            set: [
                "category": .text("FIN"), "class": .text("C"), "division": .text("410105"),
                "office": .text("JS-OFFICE"),
            ].merging(set) { $1 }, narrative: narrative)
    }

    package mutating func act(
        _ action: String, to state: String? = nil, at: String, by person: PersonID? = nil,
        as role: Right.Role = .system, fields: [String: FieldValue] = [:],
        set: [String: FieldValue] = [:], count: [String] = [], clocks: [Clock] = [],
        comment: String? = nil, narrative: Narrative? = nil, move: VersionChange? = nil,
        adoption: CalendarChange? = nil
    ) throws {
        var set = set
        for counter in count {
            set["count.\(counter)"] = .integer(Int64(issue.attributes.count(counter) + 1))
        }
        let event = try IssueEvent(
            issue: issue.id, sequence: issue.sequence + 1, from: issue.state, action: action,
            to: state ?? issue.state, at: SampleWorld.at(at),
            by: Attribution(person: person, role: role),
            key: CommandKey(deriving: ["\(issue.id)", "\(issue.sequence)"]), requestDigest: [],
            body: EventBody(
                comment: comment, fields: fields, set: RecordedValues(set), clocks: clocks,
                narrative: narrative, move: move, adoption: adoption),
            previousDigest: issue.digest, digest: []
        ).sealed()
        issue.apply(event)
        events.append(event)
    }

    /// The clock with the number, changed by hand.
    package func clock(_ number: Int, _ change: (inout Clock) throws -> Void) rethrows -> Clock {
        var clock = issue.clocks[number - 1]
        try change(&clock)
        return clock
    }

    package var recorded: RecordedIssue {
        RecordedIssue(
            issue: issue, events: events, enterprise: SampleWorld.enterprise, caseSource: "visit",
            externalReference: nil)
    }
}
