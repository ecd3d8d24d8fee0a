package import Casework
package import Engine
import Postgres
import WorkingTime

/// Keeps cases in PostgreSQL, by named statements, a batch a transaction.
package struct PostgresCaseStore: CaseStore {
    package let database: Database
    let world: CurrentWorld
    let issueRecords: IssueRecords
    private let linkKey: LinkKey?

    /// - Parameter linkKey: nil where no link may be made.
    package init(database: Database, world: CurrentWorld, linkKey: LinkKey?) {
        self.database = database
        self.world = world
        issueRecords = IssueRecords(database: database)
        self.linkKey = linkKey
    }

    var queries: QueryCatalogue { database.queries }

    func changeSet() -> ChangeSet {
        let columns = HeadColumns(of: world.value, catalogue: database.catalogue.value)
        return ChangeSet(columns: columns, linkKey: linkKey)
    }

    package func transact(
        _ items: [BatchItem], waiting lockWait: LockWait, deciding decider: any BatchDecider
    ) async throws -> [BatchOutcome] {
        let run = BatchRun(store: self, items: items, lockWait: lockWait, decider: decider)
        return try await converting {
            try await database.pool.withConnection { try await run.outcomes(over: $0) }
        }
    }

    package func events(of issue: IssueID, upTo sequence: Int) async throws -> [IssueEvent] {
        try await issueRecords.events(of: issue, upTo: sequence)
    }

    package func unborn(_ issue: IssueID) async throws -> Issue? {
        try await issueRecords.unborn(issue)
    }
}
