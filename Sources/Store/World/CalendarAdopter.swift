package import Casework
package import Engine
import Postgres
package import WorkingTime

/// Pins running clocks to a later revision of their calendar, as the owner.
package struct CalendarAdopter: Sendable {
    private let store: PostgresCaseStore
    private let world: World
    private let adoption: CalendarAdoption
    private let person: PersonID
    private let now: Instant

    /// - Parameter person: the administrator in whose name each history shows the adoption.
    package init(
        store: PostgresCaseStore, adoption: CalendarAdoption, by person: PersonID, at now: Instant
    ) {
        self.store = store
        world = store.world.value
        self.adoption = adoption
        self.person = person
        self.now = now
    }

    /// Tells when the revision was published: servers need a moment to learn of it.
    package func publishedAt() async throws -> Instant? {
        try await store.read(
            .calendarPublishedAt, .text(adoption.calendar), .int32(Int32(adoption.revision))
        ).first.map { Instant(microseconds: try $0.timestamp(0)) }
    }

    /// Adopts for every open issue with a clock on an earlier revision.
    ///
    /// - Parameter batcher: nil where it is only tried what would happen.
    package func run(
        through batcher: Batcher?, telling tell: (MassChangeReport) -> Void = { _ in }
    ) async throws -> MassChangeReport {
        try await MassChange(
            world: world, at: now, through: batcher, page: ids, load: store.issues,
            command: command
        ).run(telling: tell)
    }

    private func ids(after last: Int64) async throws -> [IssueID] {
        try await store.read(
            .issuesOnEarlierRevision, .text(adoption.calendar), .int32(Int32(adoption.revision)),
            .int64(last), .int32(Int32(MassChange.pageSize))
        ).map { IssueID(try $0.int64(0)) }
    }

    @Sendable
    private func command(_ issue: Issue) -> Command {
        Command(
            issue: .id(issue.id), wish: .adopt(adoption, by: person), principal: .system,
            expected: .any,
            key: CommandKey(deriving: [
                CalendarAdoption.action, issue.id.description, adoption.calendar,
                "\(adoption.revision)", "\(issue.sequence)",
            ]),
            requestDigest: [], receivedAt: now)
    }
}
