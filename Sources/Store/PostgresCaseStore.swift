package import Casework
package import Engine
package import Postgres
import WorkingTime

/// Keeps cases in PostgreSQL, by named statements, a batch a transaction.
package struct PostgresCaseStore: CaseStore, CaseReader {
    let pool: ConnectionPool
    let queries: QueryCatalogue
    let world: CurrentWorld
    let catalogue: CurrentCatalogue
    private let linkKey: LinkKey
    private let leadership: AlarmLeadership
    /// How much may wait for one webhook before its events are left where they are.
    package var mostWaiting = 1000

    package init(
        pool: ConnectionPool, queries: QueryCatalogue, world: CurrentWorld,
        catalogue: CurrentCatalogue, linkKey: LinkKey, leadership: AlarmLeadership
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
        _ commands: [Command], waiting patience: LockPatience,
        deciding decide: @Sendable (Command, LoadedIssue) -> Verdict
    ) async throws -> [Verdict?] {
        try await converting {
            try await pool.withConnection { connection in
                let loaded = try await load(commands, patience, connection)
                let verdicts = zip(commands, loaded).map { command, loaded in
                    loaded.map { decide(command, $0) }
                }
                try await apply(verdicts.compactMap(\.self), connection)
                return verdicts
            }
        }
    }

    /// The same, however long others hold the issues.
    package func transact(
        _ commands: [Command], deciding decide: @Sendable (Command, LoadedIssue) -> Verdict
    ) async throws -> [Verdict] {
        try await transact(commands, waiting: .long, deciding: decide).compactMap(\.self)
    }

    private func locking(_ ids: Parameter, _ patience: LockPatience) -> [Statement] {
        switch patience {
        case .none: [TransactionControl.waitBriefly, queries.statement(.lockFreeIssues, ids)]
        case .brief: [TransactionControl.waitBriefly, queries.statement(.lockIssues, ids)]
        case .long: [queries.statement(.lockIssues, ids)]
        }
    }

    /// First trip: locks, then loads by statements of their own, which see what the waits were for.
    ///
    /// - Returns: nil for an issue that is there and could not be locked.
    private func load(
        _ commands: [Command], _ patience: LockPatience, _ connection: PostgresConnection
    ) async throws -> [LoadedIssue?] {
        let ids = Parameter.int64s(commands.map(\.issue.rawValue))
        let all = Parameter.int64s(commands.flatMap(\.issues).map(\.rawValue))
        let birthCount = commands.reduce(0) { $0 + $1.birthCount }
        let locking = locking(all, patience)
        var statements = [TransactionControl.begin] + locking
        let first = statements.count
        statements += [
            queries.statement(.loadIssues, all),
            queries.statement(.loadEarlierUses, ids, .byteas(commands.map(\.key.bytes))),
            queries.statement(.loadLiveClocks, ids, .int64s(issuesWithEndedClocks(commands))),
        ]
        if birthCount > 0 {
            statements.append(queries.statement(.drawIssueIDs, .int32(Int32(birthCount))))
        }
        let answers = try await connection.run(statements)
        var drawn =
            try (birthCount > 0 ? answers[first + 3].map { IssueID(try $0.int64(0)) } : [])[...]
        let issues = try issues(answers[first], clocks: answers[first + 2])
        let earlier = try earlierUses(answers[first + 1])
        let held = Set(try answers[first - 1].map { IssueID(try $0.int64(0)) })
        return commands.map { command in
            defer { drawn = drawn.dropFirst(command.birthCount) }
            guard command.issues.allSatisfy({ held.contains($0) || issues[$0] == nil }) else {
                return nil
            }
            return LoadedIssue(
                issue: issues[command.issue], earlier: earlier[command.issue],
                drawnIDs: Array(drawn.prefix(command.birthCount)),
                beside: command.beside.compactMap { issues[$0] })
        }
    }

    /// The issues of which the clocks that have ended are needed to decide.
    private func issuesWithEndedClocks(_ commands: [Command]) -> [Int64] {
        let world = world.value
        return commands.filter { world.readsEndedClocks($0.wish) }.map(\.issue.rawValue)
    }

    func issues(_ rows: Rows, clocks clockRows: Rows) throws -> [IssueID: Issue] {
        let reader = IssueRow(catalogue: catalogue.value)
        let clocks = try ClockRow.clocks(clockRows)
        return try rows.reduce(into: [:]) { issues, row in
            let id = IssueID(try row.int64(0))
            issues[id] = try reader.issue(row, clocks: clocks[id] ?? [])
        }
    }

    private func earlierUses(_ rows: Rows) throws -> [IssueID: EarlierUse] {
        try rows.reduce(into: [:]) { uses, row in
            uses[IssueID(try row.int64(0))] = EarlierUse(
                sequence: Int(try row.int32(1)), requestDigest: try row.bytes(2))
        }
    }

    /// Second trip: applies as sets and commits; replies go out only once this has returned.
    private func apply(_ verdicts: [Verdict], _ connection: PostgresConnection) async throws {
        var changes = changeSet()
        for case .decided(let decision) in verdicts { try changes.add(decision) }
        guard !changes.isEmpty else {
            _ = try await connection.run([TransactionControl.rollback])
            return
        }
        _ = try await connection.run(changes.statements(queries) + [TransactionControl.commit])
    }

    package func leadsAlarms() async throws -> Bool {
        try await converting { try await leadership.leads() }
    }
}
