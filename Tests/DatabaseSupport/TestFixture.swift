package import Casework
import Definitions
package import Engine
import Foundation
package import Postgres
package import Store
package import UseCases
import WorkingTime

/// Everything that works on the cases of one test's database, put together as the server does it.
package struct TestFixture: Sendable {
    package static let linkKey = LinkKey.random()
    /// A Friday morning, the first working day after the holidays of 2026.
    package static let opening = "2026-10-09T09:00:00+08:00"

    package let database: TestDatabase
    package let pool: ConnectionPool
    package let queries: QueryCatalogue
    package let world: CurrentWorld
    package let catalogue: CurrentCatalogue
    package let store: PostgresCaseStore
    package let records: Records
    package let gateway: CommandGateway
    package let batcher: Batcher
    package let time: TimeSource
    package let leadership: AlarmLeadership

    /// - Parameter interpose: puts another store between the gateway and the real one.
    package init(
        _ database: TestDatabase, poolSize: Int = 4, application: String = "zhuqi-tests",
        interpose: (PostgresCaseStore) -> any CaseStore = { $0 }
    ) async throws {
        self.database = database
        pool = database.pool(size: poolSize, application: application)
        queries = try QueryCatalogue(folder: Checkout.queries)
        let (loaded, states) = try await LoadWorld(
            PublicationRecords(NamedStatements(over: pool, queries)), by: .yaml
        ).load()
        world = CurrentWorld(loaded)
        catalogue = CurrentCatalogue(states)
        leadership = AlarmLeadership(
            options: database.options(as: TestCluster.server), queries: queries,
            logger: TestCluster.logger)
        let database = Database(pool: pool, queries: queries, catalogue: catalogue)
        store = PostgresCaseStore(database: database, world: world, linkKey: Self.linkKey)
        records = Records(database: database, leadership: leadership)
        time = TimeSource(simulated: try Instant(rfc3339: Self.opening))
        let seen = interpose(store)
        batcher = Batcher(store: seen, world: world, observer: TestCluster.observer)
        gateway = CommandGateway(
            store: seen, world: world, time: time, batcher: batcher, observer: TestCluster.observer)
    }

    package func close() async {
        await leadership.close()
        await pool.close()
    }

    package func sweeper() -> AlarmSweeper {
        AlarmSweeper(gateway: gateway, alarms: records.alarms, observer: TestCluster.observer)
    }

    package func findings() async throws -> [Examine.Finding] {
        try await Examine(records.examination, in: world.value, at: time.now).examine().findings
    }

    /// One issue with all its clocks.
    package func issue(_ id: IssueID) async throws -> Issue {
        guard let issue = try await records.issues.issues([id]).first else {
            throw TestClusterFault("no issue \(id)")
        }
        return issue
    }

    package func events(_ id: IssueID) async throws -> [IssueEvent] {
        try await records.issues.events(of: id, upTo: 10_000)
    }
}

/// Makes a database and a fixture on it for the body.
package func withFixture(
    _ origin: TestDatabase.Origin = .template,
    _ body: @escaping @Sendable (TestFixture) async throws -> Void
) async throws {
    try await withDatabase(origin) { database in
        let fixture = try await TestFixture(database)
        do {
            try await body(fixture)
            await fixture.close()
        } catch {
            await fixture.close()
            throw error
        }
    }
}
