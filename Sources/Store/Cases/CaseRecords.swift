package import Casework
import Postgres
import WorkingTime

/// Reads cases, as they were filed.
package struct CaseRecords: Sendable {
    let database: Database

    package func filedCase(_ id: CaseID) async throws -> FiledCase? {
        try await database.read(.caseByID, .int64(id.rawValue)).first.map { row in
            FiledCase(
                id: id, number: try row.text("number"),
                subject: try Self.subject(row),
                workflow: WorkflowVersionID(try row.int64("workflow_version_id")),
                source: try row.text("source"),
                externalReference: try row.textOrNil("external_reference"),
                note: try row.textOrNil("note"),
                filer: PersonID(try row.int64("filer")),
                filedAt: try row.instant("filed_at"),
                creditCodeOverride: try row.textOrNil("credit_code_override"))
        }
    }

    /// At most one of the three is there.
    private static func subject(_ row: Row) throws -> Subject {
        if let id = try row.int64OrNil("enterprise_id") { return .enterprise(EnterpriseID(id)) }
        if let code = try row.textOrNil("project") { return .project(code) }
        if let code = try row.textOrNil("unit_code") { return .unit(code) }
        return .nothing
    }

    package func caseID(number: String) async throws -> CaseID? {
        guard StorableText.holds(number) else { return nil }
        return try await database.read(.caseIDByNumber, .text(number)).first.map {
            CaseID(try $0.int64("id"))
        }
    }

    package func issueIDs(of filed: CaseID) async throws -> [IssueID] {
        try await database.read(.issueIDsOfCase, .int64(filed.rawValue)).map {
            IssueID(try $0.int64("id"))
        }
    }
}
