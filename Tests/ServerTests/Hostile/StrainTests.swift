import APIModel
import Foundation
import Testing

extension ServerTests {
    /// A database that answers, and can't.
    @Suite struct StrainTests {
        @Test func readinessAnswersWithinItsOwnLimit() async throws {
            try await TestServer.run { server in
                async let held = server.psql(
                    "BEGIN; LOCK TABLE clock; SELECT pg_sleep(5); ROLLBACK")
                try await Task.sleep(for: .milliseconds(500))
                let began = ContinuousClock.now
                let answer = try await server.get("/readyz", as: nil)
                #expect(answer.status == 503 && answer.header("Retry-After") != nil)
                #expect(ContinuousClock.now - began < .seconds(4))
                #expect(try await server.get("/livez", as: nil).status == 200)
                _ = try await held
                try await eventually("it is ready again", within: .seconds(10)) {
                    try await server.get("/readyz", as: nil).status == 200
                }
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
                #expect(try await server.get("/readyz", as: nil).status == 200)
            }
        }
    }
}
