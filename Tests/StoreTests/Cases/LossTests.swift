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
            let house = try await TestHouse(database, application: application) { real in
                InterposedStore(
                    real: real,
                    beforeDeciding: { _ in if first.take() { Self.kill(application, database) } })
            }
            let issue = try await house.file()[0]
            let outcome = try await house.act("accept", on: issue, by: TestHouse.office)
            #expect(!first.take(), "the backend was not killed")
            #expect(outcome.event.sequence == 2)
            #expect(!outcome.isReplay)
            #expect(try await house.events(issue).map(\.action) == ["file", "accept"])
            #expect(try await house.findings() == [])
            await house.close()
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
            let house = try await TestHouse(database) { real in
                InterposedStore(
                    real: real,
                    afterCommit: {
                        if first.take() { throw StoreFailure.transient("the answer was lost") }
                    })
            }
            let issue = try await house.file()[0]
            let outcome = try await house.act("accept", on: issue, by: TestHouse.office)
            #expect(outcome.isReplay)
            #expect(outcome.event.sequence == 2)
            #expect(outcome.after.state == "accepted")
            #expect(try await house.events(issue).count == 2)
            await house.close()
        }
    }

    @Test("of every backend leaves the house able to work on")
    func allKilled() async throws {
        try await withDatabase { database in
            let house = try await TestHouse(database, application: "zhuqi-doomed")
            let issue = try await house.file()[0]
            let script = """
                SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                WHERE datname = current_database() AND application_name = 'zhuqi-doomed';
                """
            #expect(try Psql(database).run(script).output.hasPrefix("t"))
            try await house.act("accept", on: issue, by: TestHouse.office)
            #expect(try await house.issue(issue).state == "accepted")
            await house.close()
        }
    }
}
