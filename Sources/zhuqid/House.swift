import Casework
import Engine
import Logging
import Postgres
import Store
import WorkingTime

/// Holds what every command that works on cases needs: the one page on which all is put together.
struct House {
    let pool: ConnectionPool
    let queries: QueryCatalogue
    let world: CurrentWorld
    let catalogue: CurrentCatalogue
    let store: PostgresCaseStore
    let leadership: AlarmLeadership
    let loader: WorldLoader
    /// The publication mark at or before which the world was loaded.
    let mark: Int64
    /// A UUID.
    let installationID: String

    /// - Parameter linkKey: nil where no link may be made.
    init(
        _ options: DatabaseOptions, poolSize: Int, linkKey: LinkKey?, _ logger: Logger,
        meter: (any PoolMeter)? = nil
    ) async throws {
        pool = try options.pool(size: poolSize, logger, meter: meter)
        queries = try options.queries()
        let migrator = Migrator(migrations: try options.migrations())
        try await pool.withConnection { try await migrator.requireCurrent($0) }
        loader = WorldLoader(pool: pool, queries: queries)
        mark = try await loader.mark()
        let (loaded, states) = try await loader.load()
        world = CurrentWorld(loaded)
        catalogue = CurrentCatalogue(states)
        let queries = queries
        installationID = try await pool.withConnection {
            try await Installation.read($0, queries).id
        }
        leadership = AlarmLeadership(
            options: ConnectionOptions(try options.conninfo()), queries: queries, logger: logger)
        store = PostgresCaseStore(
            pool: pool, queries: queries, world: world, catalogue: catalogue,
            linkKey: linkKey, leadership: leadership)
    }

    /// The one way in for whatever changes issues.
    func batcher(_ observer: any Observer) -> Batcher {
        Batcher(store: store, world: world, observer: observer)
    }

    func installation() async throws -> Installation {
        let queries = queries
        return try await pool.withConnection { try await Installation.read($0, queries) }
    }

    /// What time it is for the issues: simulated where the database was made for that.
    func now() async throws -> Instant {
        try await installation().now(RealTime.now)
    }

    func close() async {
        await leadership.close()
        await pool.close()
    }
}
