package import Casework
package import Engine
package import Store
package import WorkingTime

/// Pins running clocks to a later revision of their calendar.
package struct AdoptRevision: Sendable {
    private let records: Records
    private let world: World
    private let adoption: CalendarAdoption
    private let person: PersonID
    private let now: Instant

    /// - Parameter person: the administrator in whose name each history shows the adoption.
    package init(
        _ adoption: CalendarAdoption, by person: PersonID, in world: World, _ records: Records,
        at now: Instant
    ) {
        self.records = records
        self.world = world
        self.adoption = adoption
        self.person = person
        self.now = now
    }

    /// - Parameters:
    ///   - revision: `cn@2`, or `2` where only one calendar is published.
    ///   - login: of the administrator; may be nil where there is one.
    /// - Throws: `AdoptionFault`, `AdministratorFault`.
    package init(
        _ revision: String, by login: String?, in world: World, _ records: Records, at now: Instant
    ) throws {
        let calendar = try Self.calendar(revision, in: world.calendars)
        self.init(
            CalendarAdoption(calendar: calendar.name, revision: calendar.revision),
            by: try Administrator.namedOrOnly(login, in: world.directory), in: world, records,
            at: now)
    }

    /// The revision, e.g. `cn@2`.
    package var name: String { "\(adoption.calendar)@\(adoption.revision)" }

    package var zone: ZoneTable {
        world.calendars.calendar(adoption.calendar, revision: adoption.revision)?.zone ?? .utc
    }

    /// Waits until servers know the revision.
    ///
    /// - Parameter tell: is called where there is anything to wait for.
    package func waitForServers(telling tell: () -> Void) async throws {
        try await PublicationPropagation.wait(
            since: try await records.changes.publishedAt(adoption), telling: tell)
    }

    /// Adopts for every open issue with a clock on an earlier revision; started again, it goes on
    /// where it was.
    ///
    /// - Parameter batcher: nil where it is only tried what would happen.
    package func run(
        through batcher: Batcher?, telling tell: (MassChangeReport) -> Void = { _ in }
    ) async throws -> MassChangeReport {
        try await MassChange(
            adoption, by: person, in: world, at: now, through: batcher,
            page: {
                try await records.changes.issues(
                    before: adoption, after: $0, limit: MassChange.pageSize)
            },
            load: records.issues.issues
        ).run(telling: tell)
    }

    private static func calendar(
        _ revision: String, in calendars: PublishedCalendars
    ) throws(AdoptionFault) -> WorkingCalendar {
        let names = calendars.names
        let text = revision.contains("@") || names.count != 1 ? revision : "\(names[0])@\(revision)"
        guard text.contains("@"), let calendar = calendars.calendar(text) else {
            throw .notPublished(
                known: names.flatMap { name in
                    calendars.revisions(of: name).reversed().map { "\(name)@\($0.revision)" }
                })
        }
        return calendar
    }
}

/// Says why a revision can't be adopted.
package enum AdoptionFault: Error, Hashable, Sendable {
    case notPublished(known: [String])
}
