package import Casework
package import Engine
package import Store
import Workflow
package import WorkingTime

/// Moves running issues from one version of their workflow to another.
package struct MoveVersions: Sendable {
    private let records: Records
    private let world: World
    private let move: VersionMove
    private let person: PersonID
    private let now: Instant

    /// - Parameter person: the administrator in whose name each history shows the move.
    package init(
        _ move: VersionMove, by person: PersonID, in world: World, _ records: Records,
        at now: Instant
    ) {
        self.records = records
        self.world = world
        self.move = move
        self.person = person
        self.now = now
    }

    /// - Parameter login: of the administrator; nil where it is only tried what would happen.
    /// - Throws: `MoveFault`, `AdministratorFault`.
    package init(
        _ plan: MovePlan, by login: String?, in world: World, _ records: Records, at now: Instant
    ) async throws {
        let move = try plan.move(in: world)
        for number in plan.filter.numbers
        where try await records.issues.issueID(number: number) == nil {
            throw MoveFault.nothingNamed(.issue, number)
        }
        self.init(
            move, by: try Administrator.named(login, in: world.directory), in: world, records,
            at: now)
    }

    /// That of the calendar of the new version.
    package var zone: ZoneTable {
        let calendar = world.definitions.workflow(move.to)?.definition.calendar
        return calendar.flatMap(world.calendars.current)?.zone ?? .utc
    }

    /// Waits until servers know the new version.
    ///
    /// - Parameter tell: is called where there is anything to wait for.
    package func waitForServers(telling tell: () -> Void) async throws {
        try await PublicationPropagation.wait(
            since: try await records.changes.publishedAt(move.to), telling: tell)
    }

    /// Publishes the moves between the two versions: without them no event of the kind can be stored.
    package func publish(through transactions: DirectoryTransactions) async throws {
        guard let old = world.definitions.workflow(move.from)?.definition,
            let new = world.definitions.workflow(move.to)?.definition
        else { throw WorldFault("one of the two versions is not published") }
        try await transactions.run { transaction in
            try await transaction.add(
                move.moves(from: old, to: new), from: move.from, to: move.to)
            return (.kept, ())
        }
    }

    /// Moves every running issue that the filter lets through; started again, it goes on where it was.
    ///
    /// - Parameter batcher: nil where it is only tried what would happen.
    package func run(
        _ filter: MoveFilter, through batcher: Batcher?,
        telling tell: (MassChangeReport) -> Void = { _ in }
    ) async throws -> MassChangeReport {
        try await MassChange(
            move, by: person, in: world, at: now, through: batcher,
            page: { try await page(after: $0, filter) }, load: records.issues.issues
        ).run(telling: tell)
    }

    private func page(after last: IssueID?, _ filter: MoveFilter) async throws -> [IssueID] {
        let states = try records.changes.states(named: filter.states)
        let units = try filter.units.map { code in
            guard let unit = world.directory.unit(code: code) else {
                throw WorldFault("the unit \(code) is not in the directory")
            }
            return unit.id
        }
        return try await records.changes.openIssues(
            of: move.from,
            RunningFilter(
                states: states, classes: filter.classes, categories: filter.categories,
                divisions: filter.divisions, units: units, numbers: filter.numbers),
            after: last, limit: MassChange.pageSize)
    }
}
