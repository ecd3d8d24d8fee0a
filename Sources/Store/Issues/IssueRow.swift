import Casework
import JSON
import Postgres
import WorkingTime

/// Reads the columns of `loadIssues` and `issuesByID`.
struct IssueRow {
    let catalogue: StateCatalogue

    func issue(_ row: Row, clocks: [Clock]) throws -> Issue {
        Issue(
            id: IssueID(try row.int64("id")), number: try row.text("number"),
            caseID: CaseID(try row.int64("case_id")),
            enterprise: try row.int64OrNil("enterprise_id").map(EnterpriseID.init),
            filer: try row.int64OrNil("filer").map(PersonID.init),
            workflow: WorkflowVersionID(try row.int64("workflow_version_id")),
            createdAt: try row.instant("created_at"),
            updatedAt: try row.instant("updated_at"),
            sequence: Int(try row.int32("sequence")),
            state: try catalogue.name(ofState: row.int32("state")),
            attributes: try JSONText.decode(from: row.json("attributes")),
            narrative: try narrative(row), clocks: clocks,
            clockCount: Int(try row.int32("clock_count")),
            digest: try row.bytes("head_digest"))
    }

    private func narrative(_ row: Row) throws -> Narrative {
        let phone = try row.textOrNil("contact_phone")
        return Narrative(
            title: try row.text("title"), description: try row.text("description"),
            contact: try row.textOrNil("contact_name").map {
                Narrative.Contact(name: $0, phone: phone)
            },
            needs: try row.jsonOrNil("needs").map {
                try JSONText.decode(from: $0)
            })
    }
}
