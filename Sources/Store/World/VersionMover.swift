package import Casework
package import Engine
package import Postgres
import Workflow
package import WorkingTime

/// Moves running issues from one version of their workflow to another, as the owner.
package struct VersionMover: Sendable {
    /// Narrows which issues move; empty lists are any.
    package struct Filter: Sendable {
        package var states: [String] = []
        package var classes: [String] = []
        package var categories: [String] = []
        package var divisions: [String] = []
        package var units: [String] = []
        package var numbers: [String] = []

        package init() {}
    }

    private let store: PostgresCaseStore
    private let world: World
    private let move: VersionMove
    private let person: PersonID
    private let now: Instant

    /// - Parameter person: the administrator in whose name each history shows the move.
    package init(
        store: PostgresCaseStore, move: VersionMove, by person: PersonID, at now: Instant
    ) {
        self.store = store
        world = store.world.value
        self.move = move
        self.person = person
        self.now = now
    }

    /// Publishes the moves between the two versions: without them no event of the kind can be stored.
    package func publish(over connection: PostgresConnection) async throws {
        guard let old = world.workflow(move.from)?.definition,
            let new = world.workflow(move.to)?.definition
        else { throw WorldFault("one of the two versions is not published") }
        let moves = move.moves(from: old, to: new)
        _ = try await connection.run([
            store.queries.statement(.lockDirectory),
            store.queries.statement(
                .addVersionMoves, .int64(move.from.rawValue), .int64(move.to.rawValue),
                .texts(moves.map(\.from)), .texts(moves.map(\.to)), .text(VersionMove.action)),
        ])
    }

    /// Tells when the new version was published: servers need a moment to learn of it.
    package func publishedAt() async throws -> Instant? {
        try await store.read(.versionPublishedAt, .int64(move.to.rawValue)).first
            .map { Instant(microseconds: try $0.timestamp(0)) }
    }

    /// Moves every running issue that the filter lets through.
    ///
    /// - Parameter batcher: nil where it is only tried what would happen.
    package func run(
        _ filter: Filter, through batcher: Batcher?,
        telling tell: (MassChangeReport) -> Void = { _ in }
    ) async throws -> MassChangeReport {
        try await MassChange(
            world: world, at: now, through: batcher, page: { try await ids(after: $0, filter) },
            load: store.issues, command: command
        ).run(telling: tell)
    }

    private func ids(after last: Int64, _ filter: Filter) async throws -> [IssueID] {
        let states = try filter.states.flatMap { name in
            let ids = store.catalogue.value.ids(ofStatesNamed: name)
            guard !ids.isEmpty else { throw WorldFault("no state is called \(name)") }
            return ids
        }
        let units = try filter.units.map { code in
            guard let unit = world.directory.unit(code: code) else {
                throw WorldFault("the unit \(code) is not in the directory")
            }
            return unit.id.rawValue
        }
        return try await store.read(
            .openIssuesOfVersion, .int64(move.from.rawValue), .int64(last),
            .int32s(states), .texts(filter.classes), .texts(filter.categories),
            .texts(filter.divisions), .int64s(units), .texts(filter.numbers),
            .int32(Int32(MassChange.pageSize))
        ).map { IssueID(try $0.int64(0)) }
    }

    /// The key holds the sequence too: after a move back, forward again is another move.
    @Sendable
    private func command(_ issue: Issue) -> Command {
        Command(
            issue: .id(issue.id), wish: .move(move, by: person), principal: .system, expected: .any,
            key: CommandKey(deriving: [
                VersionMove.action, issue.id.description, move.from.description,
                move.to.description, "\(issue.sequence)",
            ]),
            requestDigest: [], receivedAt: now)
    }
}
