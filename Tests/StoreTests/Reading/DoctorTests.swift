import Casework
import DatabaseSupport
import Engine
import Languages
import Store
import Testing
import UseCases

@Suite("The doctor")
struct DoctorTests {
    /// A way to damage the record, and the words of what must be found.
    struct Damage: Sendable, CustomStringConvertible {
        let script: String
        let words: String

        init(_ words: String, _ script: String) {
            self.words = words
            self.script = script
        }

        var description: String { script }
    }

    @Test("finds nothing on good data, and counts what it saw")
    func good() async throws {
        try await withFixture { fixture in
            let victim = try await Victim(fixture)
            let report = try await Examine(
                fixture.records.examination, in: fixture.world.value, at: fixture.time.now
            ).examine()
            #expect(report.findings == [])
            #expect(report.issueCount == 2)
            let events = try await rows(victim.fixture, "SELECT count(*)::text FROM issue_event")
            #expect(events == ["\(report.eventCount)"])
        }
    }

    @Test("finds damage done with keys and triggers switched off")
    func damaged() async throws {
        try await withFixture { fixture in
            let victim = try await Victim(fixture)
            let id = try #require(victim.variables["issue"])
            for damage in Self.damages {
                let findings = try await self.findings(fixture, damage, id)
                #expect(
                    findings.contains { $0.problem.en.contains(damage.words) },
                    "\(damage.script) gave \(findings)")
                #expect(findings.allSatisfy { $0.issue?.description == id }, "\(findings)")
            }
            #expect(try await fixture.findings() == [])
        }
    }

    /// Does the damage to one issue, examines, and puts back what was.
    private func findings(
        _ fixture: TestFixture, _ damage: Damage, _ id: String
    ) async throws -> [Examine.Finding] {
        let tables = ["issue", "issue_narrative", "issue_event", "clock", "open_duty"]
        let saved = tables.map { "CREATE TABLE saved_\($0) AS SELECT * FROM \($0);" }
        let columns = "ALTER TABLE saved_issue_event DROP COLUMN previous_sequence;"
        try await fixture.database.damage(
            saved.joined() + columns + damage.script.replacing("ISSUE", with: id))
        let findings = try await fixture.findings()
        try await fixture.database.damage(Self.restoring)
        return findings
    }

    private static let restoring = """
        DELETE FROM open_duty; DELETE FROM clock; DELETE FROM issue_narrative; DELETE FROM issue;
        DELETE FROM issue_event;
        INSERT INTO issue SELECT * FROM saved_issue;
        INSERT INTO issue_narrative SELECT * FROM saved_issue_narrative;
        INSERT INTO clock SELECT * FROM saved_clock;
        INSERT INTO open_duty SELECT * FROM saved_open_duty;
        INSERT INTO issue_event (issue_id, sequence, from_state, action, to_state, person_id, role,
                                 at, command_key, request_digest, body, previous_digest, digest)
        SELECT * FROM saved_issue_event;
        DROP TABLE saved_issue, saved_clock, saved_issue_event, saved_issue_narrative, saved_open_duty;
        """

    private static let damages: [Damage] =
        [
            ("the digest of event 2 does not fit", event(2, "at = at + interval '1 second'")),
            ("the digest of event 3 does not fit", event(3, "role = 'leader'")),
            (
                "the digest of event 4 does not fit",
                event(4, "body = replace(body::text, 'industry', 'science')::json")
            ),
            ("event 4 can't be read", event(4, "body = '{}'")),
            ("event 3 can't be read", event(3, "role = 'nobody'")),
            ("the digest of event 2 does not fit", event(2, "digest = \(bytes)")),
            ("event 3 names another digest before it", event(2, "digest = \(bytes)")),
            ("event 3 names another digest before it", event(3, "previous_digest = \(bytes)")),
            ("does not follow event 2", "DELETE FROM issue_event \(place(3))"),
            ("sequence differs", "DELETE FROM issue_event \(place(6))"),
            ("sequence differs", "DELETE FROM issue_event WHERE issue_id = ISSUE"),
            ("head digest differs", head("head_digest = \(bytes)")),
            ("attributes differ", head("attributes = '{\"texts\":{},\"numbers\":{}}'")),
            ("narrative differs", narrative("title = 'x'")),
            ("the head can't be read", head("attributes = '[]'")),
            ("state differs", head("state = (SELECT from_state FROM issue_event \(place(4)))")),
            ("column lead_unit differs", head("lead_unit = NULL")),
            ("column is_open differs", head("is_open = false")),
            ("column due_at differs", head("due_at = 'infinity'")),
            ("column level differs", head("level = 5")),
            ("column level_holders differs", head("level_holders = '{1}'")),
            ("column service_officer differs", head("service_officer = filer")),
            ("column chains differs", head("chains = '{x}'")),
            ("column class_rank differs", head("class_rank = 0")),
            ("column complained_unit differs", head("complained_unit = office")),
            ("column search_bigrams differs", narrative("search_bigrams = '{}'")),
            ("column supporting_units differs", head("supporting_units = '{}'")),
            ("clock count differs", head("clock_count = 1")),
            ("clock 1 differs", "DELETE FROM clock WHERE issue_id = ISSUE AND number = 1"),
            ("the head can't be read", clock("time_limit = 'soon'")),
            ("clock 1 differs", clock("time_limit = '9wd'")),
            ("clock 1 differs", clock("due_at = due_at + interval '1 hour'")),
            ("clock 1 differs", clock("original_due_at = started_at")),
            ("clock 1 differs", clock("status = 'late'")),
            ("clock 1 differs", clock("party = 'nobody'")),
            ("clock 2 differs", running("breached_at = started_at")),
            ("clock 2 differs", running("next_alarm_at = 'infinity'")),
            ("is missing", "DELETE FROM open_duty WHERE issue_id = ISSUE"),
            ("is owed no more", duty("slot = 99")),
            ("duty 99 of person:1 is owed no more", duty("slot = 99, holder = 'person:1'")),
            ("differs", duty("since = since + interval '1 hour'")),
            ("differs", duty("due_at = due_at + interval '1 hour'")),
            ("differs", duty("actions = '{note}'")),
            ("differs", duty("barred = '{1}'")),
            ("differs", duty("part = 'helps'")),
            ("differs", duty("is_blocked = NOT is_blocked")),
            ("stands where the issue belongs no more", owed("level = 5")),
            ("stands where the issue belongs no more", owed("lead_unit = NULL")),
            ("stands where the issue belongs no more", owed("state = state + 1")),
            ("stands where the issue belongs no more", duty("complained_unit = 1")),
            ("clock 2 differs", running("passed_marks = '{amber}'")),
        ].map { Damage($0.0, $0.1) }

    private static let bytes = "decode(repeat('ee', 32), 'hex')"

    private static func place(_ sequence: Int) -> String {
        "WHERE issue_id = ISSUE AND sequence = \(sequence)"
    }

    private static func event(_ sequence: Int, _ change: String) -> String {
        "UPDATE issue_event SET \(change) \(place(sequence))"
    }

    private static func head(_ change: String) -> String {
        "UPDATE issue SET \(change) WHERE id = ISSUE"
    }

    private static func narrative(_ change: String) -> String {
        "UPDATE issue_narrative SET \(change) WHERE issue_id = ISSUE"
    }

    private static func running(_ change: String) -> String {
        "UPDATE clock SET \(change) WHERE issue_id = ISSUE AND kind = 'resolve'"
    }

    private static func duty(_ change: String) -> String {
        """
        UPDATE open_duty SET \(change) WHERE (issue_id, slot, holder) = (
            SELECT issue_id, slot, holder FROM open_duty WHERE issue_id = ISSUE ORDER BY slot, holder LIMIT 1)
        """
    }

    private static func owed(_ change: String) -> String {
        "UPDATE open_duty SET \(change) WHERE issue_id = ISSUE AND part = 'owes'"
    }

    private static func clock(_ change: String) -> String {
        "UPDATE clock SET \(change) WHERE issue_id = ISSUE AND number = 1"
    }

    @Test("finds open issues on which nobody may act")
    func stranded() async throws {
        try await withFixture { fixture in
            let issue = try await fixture.file()[0]
            _ = try await fixture.file(key: "other", fields: ["division": .text("410102")])
            try await fixture.database.withConnection { connection in
                _ = try await connection.query("DELETE FROM role_grant WHERE role <> 'handler'")
            }
            _ = try await Roster.reloaded(fixture)
            let findings = try await fixture.findings()
            #expect(findings.count == 2)
            #expect(findings.first?.issue == issue)
            #expect(findings.allSatisfy { $0.problem.en.contains("nobody may act") })
        }
    }

    @Test("finds what waits for an enterprise whose time is over, and whom nobody may ring")
    func window() async throws {
        try await withFixture { fixture in
            let issue = try await fixture.file()[0]
            try await fixture.bring(issue, to: .awaitingEvaluation)
            try await fixture.database.withConnection { connection in
                _ = try await connection.query("DELETE FROM role_grant WHERE role = 'caller'")
            }
            _ = try await Roster.reloaded(fixture)
            #expect(try await fixture.findings() == [])
            let over = try await fixture.issue(issue).liveClocks("evaluate").first?.dueAt
            let late = Examine(
                fixture.records.examination, in: fixture.world.value, at: try #require(over))
            let findings = try await late.examine().findings
            #expect(findings.map(\.issue) == [issue])
            #expect(findings.allSatisfy { $0.problem.en.contains("nobody may act") })
        }
    }
}
