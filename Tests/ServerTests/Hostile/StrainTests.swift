import APIModel
import Foundation
import Testing

extension ServerTests {
    /// A database that answers, and can't.
    @Suite struct StrainTests {
        @Test func readinessAnswersWithinItsOwnLimit() async throws {
            try await TestServer.run { server in
                async let held = server.psql(
                    """
                    BEGIN; LOCK TABLE clock;
                    DO $$BEGIN
                        WHILE NOT EXISTS (SELECT FROM pg_class WHERE relname = 'free')
                            AND clock_timestamp() < now() + interval '100 seconds'
                        LOOP PERFORM pg_sleep(0.1);
                        END LOOP;
                    END$$;
                    ROLLBACK
                    """)
                try await eventually("the table is held") {
                    try await server.psql(
                        """
                        SELECT count(*) FROM pg_locks
                        WHERE relation = 'clock'::regclass AND mode = 'AccessExclusiveLock'
                            AND granted AND database = (
                                SELECT oid FROM pg_database WHERE datname = current_database())
                        """
                    ).hasPrefix("1")
                }
                let began = ContinuousClock.now
                let answer = try await server.get("/readyz", as: nil)
                #expect(answer.status == 503 && answer.header("Retry-After") != nil)
                #expect(ContinuousClock.now - began < .seconds(30))
                #expect(try await server.get("/livez", as: nil).status == 200)
                try await server.psql("CREATE TABLE free ()")
                _ = try await held
                try await eventually("it is ready again") {
                    try await server.get("/readyz", as: nil).status == 200
                }
            }
        }

        @Test func aDatabaseThatStandsStillForAWhileLosesNothing() async throws {
            try await TestServer.run { server in
                let issue = try await server.issue()
                let backends = try await server.psql(
                    """
                    SELECT pid FROM pg_stat_activity
                    WHERE datname = current_database() AND pid <> pg_backend_pid()
                    """
                ).split(separator: "\n").compactMap { Int32($0) }
                try #require(!backends.isEmpty)
                for backend in backends { kill(backend, SIGSTOP) }
                defer { for backend in backends { kill(backend, SIGCONT) } }
                async let accepted = server.act("accept", on: issue, as: People.office, key: "one")
                async let filed = server.file(Filings.body(), key: "two")
                let ready = try await server.get("/readyz", as: nil)
                #expect(ready.status == 503 && ready.header("Retry-After") != nil)
                #expect(try await server.get("/livez", as: nil).status == 200)
                for backend in backends { kill(backend, SIGCONT) }
                for answer in try await [accepted, filed] {
                    #expect(
                        answer.status == 201
                            || answer.status == 503 && answer.header("Retry-After") != nil)
                }
                try await eventually("it is ready again") {
                    try await server.wire.answers("/readyz")
                }
                _ = try await server.act("accept", on: issue, as: People.office, key: "one")
                    .requiring(201)
                _ = try await server.file(Filings.body(), key: "two").requiring(201)
                #expect(try await server.psql("SELECT count(*) FROM filed_case") == "2")
                #expect(try await server.doctor().hasSuffix(" 0 findings"))
            }
        }

        @Test(arguments: ["53100", "57014", "58030", "53200"])
        func isUnavailabilityAndNoFault(state: String) async throws {
            try await TestServer.run { server in
                let issue = try await server.issue()
                try await server.psql(
                    """
                    CREATE FUNCTION strain() RETURNS trigger LANGUAGE plpgsql AS
                    $$BEGIN RAISE EXCEPTION 'strained' USING ERRCODE = '\(state)'; END$$;
                    CREATE TRIGGER strain BEFORE INSERT ON issue_event
                    FOR EACH ROW EXECUTE FUNCTION strain();
                    """)
                let answers = [
                    try await server.act("accept", on: issue, as: People.office, key: "one"),
                    try await server.file(Filings.body()),
                ]
                for answer in answers {
                    #expect(try answer.status == 503 && answer.problem.code == "DB596")
                    #expect(answer.header("Retry-After") != nil)
                }
                #expect(try await server.get("/readyz", as: nil).status == 503)
                try await server.psql("DROP TRIGGER strain ON issue_event")
                _ = try await server.act("accept", on: issue, as: People.office, key: "one")
                    .requiring(201)
                try await eventually("it is ready again") {
                    try await server.wire.answers("/readyz")
                }
            }
        }
    }
}
