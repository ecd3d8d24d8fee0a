import Casework
import DatabaseSupport
import Postgres
import Store
import Testing

@Suite("What administrators do to issues")
struct AdministrativeMoveTests {
    @Test("is an action that the database knows as theirs, and it knows no other")
    func actions() async throws {
        try await withDatabase { database in
            let rows = try await database.withConnection {
                try await $0.query(
                    "SELECT name FROM workflow_action WHERE administrative_reach IS NOT NULL")
            }
            #expect(
                Set(try rows.map { try $0.text(0) })
                    == Set(AdministrativeAction.all.map(\.name)))
        }
    }

    /// Every pair of states of two versions of one campaign and one of another, tried with each action
    /// of administrators and with one of the workflows, as the owner.
    @Test("is let in between no other states than before the database had it in a column")
    func everyPair() async throws {
        try await withFixture { fixture in
            try await NextVersion.publish(try NextVersion.text(), in: fixture)
            let outcome = try Psql(fixture.database, as: TestCluster.owner).run(Self.trial)
            #expect(outcome.status == 0, "\(outcome.errors)")
            let counts = outcome.output.split(whereSeparator: \.isWhitespace).compactMap {
                Int($0)
            }
            try #require(counts.count == 3, "\(outcome.output)")
            #expect(counts[0] > 10_000 && counts[1] > 100, "\(outcome.output)")
            #expect(counts[2] == 0, "\(outcome.output)")
        }
    }

    @Test("is published with each version for every state where it may be done")
    func published() async throws {
        try await withFixture { fixture in
            try await NextVersion.publish(try NextVersion.text(), in: fixture)
            let rows = try await fixture.database.withConnection {
                try await $0.query(Self.missing)
            }
            #expect(try rows.map { try $0.text(0) } == [])
        }
    }

    /// How the trigger of migration 18 judged a move, by the names of the actions.
    private static let ruleByNames = """
        (CASE action.name
         WHEN 'moveVersion' THEN before.workflow = after.workflow AND before.version <> after.version
                                 AND origin.is_open AND target.is_open
         WHEN 'adoptCalendar' THEN origin.id = target.id AND origin.is_open
         WHEN 'handOver' THEN origin.id = target.id
                              AND (origin.is_open OR EXISTS (
                                   SELECT FROM workflow_move AS leaving
                                   WHERE leaving.from_state = origin.id
                                     AND leaving.to_state <> origin.id))
         ELSE false END) IS TRUE
        """

    private static let candidates = """
        FROM workflow_state AS origin
        CROSS JOIN workflow_state AS target
        JOIN workflow_action AS action
             ON action.name IN ('moveVersion', 'adoptCalendar', 'handOver', 'note')
        LEFT JOIN workflow_version AS before ON before.id = origin.workflow_version_id
        LEFT JOIN workflow_version AS after ON after.id = target.workflow_version_id
        """

    /// Answers how many moves were tried, taken, and taken or refused against the rule. Each is taken
    /// back, so that none is judged by another.
    private static let trial = """
        CREATE TEMPORARY TABLE tried (is_permitted boolean, is_taken boolean);
        DO $$
        DECLARE
            move record;
            is_taken boolean;
        BEGIN
            FOR move IN SELECT origin.id AS origin, action.id AS action, target.id AS target,
                               \(ruleByNames) AS is_permitted
                        \(candidates)
                        WHERE NOT EXISTS (
                            SELECT FROM workflow_move AS known
                            WHERE (known.from_state, known.action, known.to_state)
                                  = (origin.id, action.id, target.id))
            LOOP
                BEGIN
                    INSERT INTO workflow_move (from_state, action, to_state)
                    VALUES (move.origin, move.action, move.target);
                    RAISE EXCEPTION USING ERRCODE = 'ZQ001';
                EXCEPTION
                    WHEN SQLSTATE 'ZQ001' THEN is_taken := true;
                    WHEN check_violation THEN is_taken := false;
                END;
                INSERT INTO tried VALUES (move.is_permitted, is_taken);
            END LOOP;
        END $$;
        SELECT count(*) || ' ' || count(*) FILTER (WHERE is_taken) || ' '
               || count(*) FILTER (WHERE is_taken IS DISTINCT FROM is_permitted) FROM tried;
        """

    /// What the rule permits in one state and no version has.
    private static let missing = """
        SELECT origin.name || ' ' || action.name
        \(candidates)
        WHERE origin.id = target.id AND origin.id <> 0 AND \(ruleByNames)
              AND NOT EXISTS (
                  SELECT FROM workflow_move AS known
                  WHERE (known.from_state, known.action, known.to_state)
                        = (origin.id, action.id, target.id))
        """
}
