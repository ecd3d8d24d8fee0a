package import Casework
package import Engine
package import Postgres
package import WorkingTime

/// Hands everything of one officer that is open or may be reopened to another, and the pairings with
/// it.
package struct HandoverRun: Sendable {
    private let store: PostgresCaseStore
    private let world: World
    private let handover: Handover
    private let person: PersonID
    private let now: Instant

    /// - Parameter person: the administrator in whose name each history shows the handover.
    package init(
        store: PostgresCaseStore, handover: Handover, by person: PersonID, at now: Instant
    ) {
        self.store = store
        world = store.world.value
        self.handover = handover
        self.person = person
        self.now = now
    }

    /// Hands over every issue that is open or may be reopened; started again, it goes on where it was.
    ///
    /// - Parameter batcher: nil where it is only tried what would happen.
    package func run(
        through batcher: Batcher?, telling tell: (MassChangeReport) -> Void = { _ in }
    ) async throws -> MassChangeReport {
        let (decider, now) = (Decider(world: world), now)
        return try await MassChange(
            world: world, at: now, through: batcher, page: ids, load: store.issues,
            isConcerned: { try decider.mayGoOn($0, at: now) }, command: command
        ).run(telling: tell)
    }

    private func ids(after last: Int64) async throws -> [IssueID] {
        try await store.read(
            .issuesOfOfficer, .int64(handover.from.rawValue), .int64(last),
            .int32(Int32(MassChange.pageSize))
        ).map { IssueID(try $0.int64(0)) }
    }

    @Sendable
    private func command(_ issue: Issue) -> Command {
        Command(
            issue: .id(issue.id), wish: .handOver(handover, by: person), principal: .system,
            expected: .any,
            key: CommandKey(deriving: [
                Handover.action, issue.id.description, "\(handover.from)", "\(handover.to)",
                "\(issue.sequence)",
            ]),
            requestDigest: [], receivedAt: now)
    }

    /// Ends the pairings of the one the day before and begins them for the other, as the owner.
    ///
    /// - Returns: how many went over.
    package func movePairings(
        over connection: PostgresConnection, _ queries: QueryCatalogue
    ) async throws -> Int {
        let today = Int32(world.zone.date(at: now).dayNumber)
        _ = try await connection.run([
            TransactionControl.begin, queries.statement(.lockDirectory),
        ])
        let begun = try await connection.query(
            queries.statement(
                .beginPairings, .int64(handover.from.rawValue), .int64(handover.to.rawValue),
                .date(daysSince1970: today)))
        _ = try await connection.query(
            queries.statement(
                .endPairings, .int64(handover.from.rawValue), .date(daysSince1970: today)))
        guard begun.affectedCount > 0 else {
            _ = try await connection.query(TransactionControl.rollback)
            return 0
        }
        _ = try await connection.query(
            queries.statement(
                .addDirectoryChange, .timestamp(microseconds: now.microseconds),
                .int64(person.rawValue),
                .text("pairings of person \(handover.from) go over to \(handover.to)"),
                .bytes(nil)))
        _ = try await connection.query(TransactionControl.commit)
        return begun.affectedCount
    }
}
