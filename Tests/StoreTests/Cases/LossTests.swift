import Casework
import DatabaseSupport
import Engine
import Store
import Synchronization
import Testing

@Suite("A lost connection")
struct LossTests {
    @Test("between the two trips of a batch costs nothing: it is sent again, and counts once")
    func killedBetween() async throws {
        try await withDatabase { database in
            let application = "zhuqi-victim"
            let first = FirstTime()
            let fixture = try await TestFixture(database, application: application) { real in
                InterposedStore(
                    real: real,
                    beforeDeciding: { _ in if first.take() { Self.kill(application, database) } })
            }
            let issue = try await fixture.file()[0]
            let outcome = try await fixture.act("accept", on: issue, by: TestFixture.office)
            #expect(!first.take(), "the backend was not killed")
            #expect(outcome.event.sequence == 2)
            #expect(!outcome.isReplay)
            #expect(try await fixture.events(issue).map(\.action) == ["file", "accept"])
            #expect(try await fixture.findings() == [])
            await fixture.close()
        }
    }

    /// Ends the one backend that is inside a batch.
    private static func kill(_ application: String, _ database: TestDatabase) {
        do {
            let outcome = try Psql(database).run(
                """
                SELECT count(*) FROM (
                    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                    WHERE datname = current_database() AND application_name = '\(application)'
                      AND state = 'idle in transaction') AS killed;
                """)
            if outcome.output != "1\n" { Issue.record("killed \(outcome.output)") }
        } catch {
            Issue.record(error)
        }
    }

    @Test("after the commit was sent is an unknown outcome: the same keys give the first result")
    func unknownOutcome() async throws {
        try await withDatabase { database in
            let first = FirstTime()
            let fixture = try await TestFixture(database) { real in
                InterposedStore(
                    real: real,
                    afterCommit: {
                        if first.take() { throw StoreFailure.transient("the answer was lost") }
                    })
            }
            let issue = try await fixture.file()[0]
            let outcome = try await fixture.act("accept", on: issue, by: TestFixture.office)
            #expect(outcome.isReplay)
            #expect(outcome.event.sequence == 2)
            #expect(outcome.after.state == "accepted")
            #expect(try await fixture.events(issue).count == 2)
            await fixture.close()
        }
    }

    @Test("of every backend leaves the house able to work on")
    func allKilled() async throws {
        try await withDatabase { database in
            let fixture = try await TestFixture(database, application: "zhuqi-doomed")
            let issue = try await fixture.file()[0]
            let script = """
                SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                WHERE datname = current_database() AND application_name = 'zhuqi-doomed';
                """
            #expect(try Psql(database).run(script).output.hasPrefix("t"))
            try await fixture.act("accept", on: issue, by: TestFixture.office)
            #expect(try await fixture.issue(issue).state == "accepted")
            await fixture.close()
        }
    }
}
