import DatabaseSupport
import Engine
import Postgres
import Store
import Testing
import WorkingTime

@Suite("What a database was created for")
struct InstallationTests {
    @Test("is simulated time where it was marked, and that time only moves forward")
    func simulated() async throws {
        try await withFixture(.simulatedTemplate) { fixture in
            let early = try Instant(rfc3339: "2026-10-09T09:00:00+08:00")
            let late = try Instant(rfc3339: "2026-10-10T09:00:00+08:00")
            try await fixture.records.installation.keepSimulated(now: late)
            try await fixture.records.installation.keepSimulated(now: early)
            let kept = try await installation(fixture)
            #expect(kept.isSimulated)
            #expect(kept.simulatedNow == late)
            for script in [
                "UPDATE installation SET simulated_now = NULL;",
                "UPDATE installation SET simulated_now = simulated_now - interval '1 second';",
            ] {
                for role in [TestCluster.server, TestCluster.owner] {
                    let outcome = try Psql(fixture.database, as: role).run(script)
                    #expect(outcome.sqlState == "23514", "\(role): \(script)")
                }
            }
        }
    }

    @Test("is real time elsewhere, and can't be made simulated later")
    func real() async throws {
        try await withFixture { fixture in
            let now = fixture.time.now
            try await fixture.records.installation.keepSimulated(now: now)
            #expect(try await installation(fixture).simulatedNow == nil)
            await #expect(throws: MigrationFault.markDiffers(isSimulated: false)) {
                try await fixture.database.withConnection(as: TestCluster.owner) {
                    try await InstallationRecords(NamedStatements(over: $0, fixture.queries))
                        .mark(isSimulated: true, at: now)
                }
            }
        }
    }

    private func installation(_ fixture: TestFixture) async throws -> Installation {
        try await fixture.records.installation.read()
    }
}
