import Casework
import Foundation
import Postgres
import WorkingTime

/// Reads the columns of `loadIssues` and `issuesByID`, in their order.
struct IssueRow {
    let catalogue: StateCatalogue
    private let decoder = JSONDecoder()

    init(catalogue: StateCatalogue) {
        self.catalogue = catalogue
    }

    func issue(_ row: Row, clocks: [Clock]) throws -> Issue {
        Issue(
            id: IssueID(try row.int64(0)), number: try row.text(1),
            caseID: CaseID(try row.int64(2)), enterprise: EnterpriseID(try row.int64(3)),
            filer: try row.int64OrNil(4).map(PersonID.init),
            workflow: WorkflowVersionID(try row.int64(5)),
            createdAt: Instant(microseconds: try row.timestamp(12)),
            updatedAt: Instant(microseconds: try row.timestamp(13)),
            sequence: Int(try row.int32(6)), state: try catalogue.name(ofState: row.int32(7)),
            attributes: try decoder.decode(Attributes.self, from: Data(row.json(8))),
            narrative: try decoder.decode(Narrative.self, from: Data(row.json(9))),
            clocks: clocks, clockCount: Int(try row.int32(10)), digest: try row.bytes(11))
    }

    /// Reads `(issue_id, snapshot)` rows into clocks by issue.
    func clocks(_ rows: Rows) throws -> [IssueID: [Clock]] {
        var clocks: [IssueID: [Clock]] = [:]
        for row in rows {
            let clock = try decoder.decode(Clock.self, from: Data(row.json(1)))
            clocks[IssueID(try row.int64(0)), default: []].append(clock)
        }
        return clocks
    }
}
