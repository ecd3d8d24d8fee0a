import Casework
import JSON
import Postgres
import WorkingTime

/// Reads the columns of `loadIssues` and `issuesByID`, in their order.
struct IssueRow {
    let catalogue: StateCatalogue

    func issue(_ row: Row, clocks: [Clock]) throws -> Issue {
        Issue(
            id: IssueID(try row.int64(0)), number: try row.text(1),
            caseID: CaseID(try row.int64(2)), enterprise: EnterpriseID(try row.int64(3)),
            filer: try row.int64OrNil(4).map(PersonID.init),
            workflow: WorkflowVersionID(try row.int64(5)),
            createdAt: Instant(microseconds: try row.timestamp(11)),
            updatedAt: Instant(microseconds: try row.timestamp(12)),
            sequence: Int(try row.int32(6)), state: try catalogue.name(ofState: row.int32(7)),
            attributes: try JSONText.decode(from: row.json(8)),
            narrative: try narrative(row), clocks: clocks, clockCount: Int(try row.int32(9)),
            digest: try row.bytes(10))
    }

    private func narrative(_ row: Row) throws -> Narrative {
        let phone = try row.textOrNil(16)
        return Narrative(
            title: try row.text(13), description: try row.text(14),
            contact: try row.textOrNil(15).map { Narrative.Contact(name: $0, phone: phone) },
            needs: try row.jsonOrNil(17).map {
                try JSONText.decode(from: $0)
            })
    }
}
