import Casework
import Definitions
import Engine
import Logging
import Postgres
import Store
import UseCases
import WorkingTime

/// Opens what every command that works on cases needs, and closes it whatever becomes of the body: it
/// returns, throws or is cancelled.
///
/// - Parameter linkKey: nil where no link may be made.
func withInstallation<Value>(
    _ options: DatabaseOptions, poolSize: Int = 2, linkKey: LinkKey? = nil,
    _ logger: Logger = ToolLogger.make(), meter: (any PoolMeter)? = nil,
    _ body: (Composition) async throws -> Value
) async throws -> Value {
    try await options.withPool(size: poolSize, logger, meter: meter) { pool in
        let composition = try await Composition(options, pool, linkKey: linkKey, logger)
        return try await closing(composition.leadership.close) { try await body(composition) }
    }
}

/// Holds what every command that works on cases needs. What the server needs beside it is in
/// `EngineComposition` and `Serve`.
struct Composition {
    let pool: ConnectionPool
    let queries: QueryCatalogue
    let world: CurrentWorld
    let catalogue: CurrentCatalogue
    let store: PostgresCaseStore
    let records: Records
    let leadership: AlarmLeadership
    let loader: LoadWorld
    /// The publication mark at or before which the world was loaded.
    let mark: Int64
    /// A UUID.
    let installationID: String

    fileprivate init(
        _ options: DatabaseOptions, _ pool: ConnectionPool, linkKey: LinkKey?, _ logger: Logger
    ) async throws {
        self.pool = pool
        queries = try options.queries()
        let migrator = Migrator(migrations: try options.migrations())
        try await pool.withConnection { try await migrator.requireCurrent($0) }
        let statements = NamedStatements(over: pool, queries)
        let publications = PublicationRecords(statements)
        loader = LoadWorld(publications, by: .yaml)
        mark = try await publications.mark()
        let (loaded, states) = try await loader.load()
        world = CurrentWorld(loaded)
        catalogue = CurrentCatalogue(states)
        installationID = try await InstallationRecords(statements).read().id
        leadership = AlarmLeadership(
            options: ConnectionOptions(try options.conninfo()), queries: queries, logger: logger)
        let database = Database(pool: pool, queries: queries, catalogue: catalogue)
        store = PostgresCaseStore(database: database, world: world, linkKey: linkKey)
        records = Records(database: database, leadership: leadership)
    }

    /// The one way in for whatever changes issues.
    func batcher(_ observer: any Observer) -> Batcher {
        Batcher(store: store, world: world, observer: observer)
    }

    /// What changes the directory as a whole, as whoever the pool lets in.
    var directoryTransactions: DirectoryTransactions {
        DirectoryTransactions(NamedStatements(over: pool, queries))
    }

    /// What time it is for the issues: simulated where the database was made for that.
    func now() async throws -> Instant {
        try await records.installation.read().now(RealTime.now)
    }
}
