import Casework
import DatabaseSupport
import Foundation
import Testing

/// What guards the record looks at each row that comes, and may not compare every row with every
/// other: ledgers come in sets.
@Suite("Triggers over large sets")
struct LargeSetTests {
    @Test("look at what belongs to the set, not at its square")
    func comparisons() async throws {
        try await withFixture { fixture in
            let issue = try await fixture.file()[0]
            for count in [100, 3000] {
                let script = Self.explaining + Self.copies(count, of: issue)
                let outcome = try Psql(fixture.database).run(script)
                try #require(outcome.status == 0, "\(outcome.errors)")
                let plans = outcome.errors.components(separatedBy: "Query Text:").dropFirst()
                #expect(plans.contains { $0.contains("issue_event") })
                for plan in plans {
                    // A loop's rows are means, so that those thrown away are counted, not those read.
                    let thrownAway = plan.matches(of: /Rows Removed by .*?: ([0-9]+)/)
                        .compactMap { Int($0.output.1) }
                    #expect(thrownAway.allSatisfy { $0 <= 10 * count }, "\(count): \(plan)")
                }
            }
        }
    }

    /// Has psql tell the plans of what triggers ask, with what they came to.
    private static let explaining = """
        LOAD 'auto_explain';
        SET auto_explain.log_min_duration = 0;
        SET auto_explain.log_nested_statements = on;
        SET auto_explain.log_analyze = on;
        SET auto_explain.log_timing = off;
        SET client_min_messages = log;

        """

    /// Adds copies of an issue in one transaction, and takes them back.
    private static func copies(_ count: Int, of issue: IssueID) -> String {
        """
        BEGIN;
        CREATE TEMPORARY TABLE copy ON COMMIT DROP AS
        SELECT 1000000 + place AS id, \(issue)::bigint AS original
        FROM generate_series(1, \(count)) AS place;
        INSERT INTO issue
        SELECT (jsonb_populate_record(issue, jsonb_build_object(
                'id', copy.id, 'number', 'COPY-' || copy.id))).*
        FROM copy JOIN issue ON issue.id = copy.original;
        INSERT INTO issue_event (issue_id, sequence, from_state, action, to_state, person_id, role, at,
                                 command_key, request_digest, body, previous_digest, digest)
        SELECT copy.id, sequence, from_state, action, to_state, person_id, role, at, command_key,
               request_digest, body, previous_digest, digest
        FROM copy JOIN issue_event AS event ON event.issue_id = copy.original;
        INSERT INTO issue_narrative (issue_id, title, description, contact_name, contact_phone, needs,
                                     search_bigrams)
        SELECT copy.id, title, description, contact_name, contact_phone, needs, search_bigrams
        FROM copy JOIN issue_narrative AS words ON words.issue_id = copy.original;
        INSERT INTO clock
        SELECT (jsonb_populate_record(clock, jsonb_build_object('issue_id', copy.id))).*
        FROM copy JOIN clock ON clock.issue_id = copy.original;
        ROLLBACK;
        """
    }
}
