import Casework
import DatabaseSupport
import Engine
import Postgres
import Store
import WorkingTime

/// A fixture with a record worth attacking: an issue in handling, one whose deadlines were missed.
struct Victim {
    let fixture: TestFixture
    let variables: [String: String]

    init(_ fixture: TestFixture) async throws {
        self.fixture = fixture
        let issues = try await fixture.file(count: 2)
        try await fixture.bring(issues[0], to: .inHandling)
        let later = try Instant(rfc3339: "2026-11-30T09:00:00+08:00")
        _ = try await fixture.gateway.settle(issues[1], at: later)
        variables = try await Self.variables(fixture, issues[0], late: issues[1])
    }

    private static func variables(
        _ fixture: TestFixture, _ id: IssueID, late: IssueID
    ) async throws -> [String: String] {
        let issue = try await fixture.issue(id)
        var variables = [
            "issue": "\(id)", "late": "\(late)", "last": "\(issue.sequence)",
            "next": "\(issue.sequence + 1)", "afterNext": "\(issue.sequence + 2)",
            "before": "\(issue.sequence - 1)", "version": "\(issue.workflow)",
        ]
        let catalogue = fixture.catalogue.value
        for name in [
            "unborn", "submitted", "accepted", "dispatched", "inHandling", "closedOut", "merged",
        ] {
            variables[name] = "\(try catalogue.state(name, of: issue.workflow).id)"
        }
        for name in [
            "file", "acknowledge", "triage", "note", "moveVersion", "adoptCalendar", "handOver",
        ] {
            variables[name] = "\(try catalogue.id(ofAction: name))"
        }
        let other = fixture.world.value.definitions.current("three-deliveries")
        if let other {
            variables["foreign"] = "\(try catalogue.state("inHandling", of: other.id).id)"
        }
        return variables
    }

    /// Counts and digests every row of the record.
    func record() async throws -> [String: String] {
        var digests: [String: String] = [:]
        for table in Self.tables {
            digests[table] = try await fixture.database.withConnection { connection in
                let rows = try await connection.query(
                    """
                    SELECT count(*) || ' ' || md5(string_agg(row::text, ' ' ORDER BY row::text))
                    FROM \(table) AS row
                    """)
                return try rows.first?.textOrNil(0) ?? "none"
            }
        }
        return digests
    }

    private static let tables = [
        "issue", "issue_narrative", "issue_event", "clock", "open_duty", "filed_case",
        "enterprise_link",
        "outbox_batch", "case_numbering",
        "workflow_version", "workflow_state", "workflow_action", "workflow_move",
        "published_document", "installation",
    ]
}
