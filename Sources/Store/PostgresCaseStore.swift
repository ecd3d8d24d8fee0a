import Casework
package import Engine
package import Postgres
import WorkingTime

/// Keeps cases in PostgreSQL, by named statements, a batch a transaction.
package struct PostgresCaseStore: CaseStore, CaseReader {
    let pool: ConnectionPool
    let queries: QueryCatalogue
    let world: CurrentWorld
    let catalogue: CurrentCatalogue
    private let linkKey: LinkKey?
    private let leadership: AlarmLeadership
    /// How much may wait for one webhook before its events are left where they are.
    package var mostWaiting = 1000

    /// - Parameter linkKey: nil where no link may be made.
    package init(
        pool: ConnectionPool, queries: QueryCatalogue, world: CurrentWorld,
        catalogue: CurrentCatalogue, linkKey: LinkKey?, leadership: AlarmLeadership
    ) {
        self.pool = pool
        self.queries = queries
        self.world = world
        self.catalogue = catalogue
        self.linkKey = linkKey
        self.leadership = leadership
    }

    func changeSet() -> ChangeSet {
        ChangeSet(
            columns: HeadColumns(world: world.value, catalogue: catalogue.value), linkKey: linkKey)
    }

    package func transact(
        _ items: [BatchItem], waiting patience: LockPatience, deciding decider: any BatchDecider
    ) async throws -> [BatchOutcome] {
        let run = BatchRun(store: self, items: items, patience: patience, decider: decider)
        return try await converting {
            try await pool.withConnection { try await run.outcomes(over: $0) }
        }
    }

    func issues(_ rows: Rows, clocks clockRows: Rows) throws -> [IssueID: Issue] {
        let reader = IssueRow(catalogue: catalogue.value)
        let clocks = try ClockRow.clocks(clockRows)
        return try rows.reduce(into: [:]) { issues, row in
            let id = IssueID(try row.int64(0))
            issues[id] = try reader.issue(row, clocks: clocks[id] ?? [])
        }
    }

    package func leadsAlarms() async throws -> Bool {
        try await converting { try await leadership.leads() }
    }
}
