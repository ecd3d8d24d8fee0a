package import Casework
package import Engine
package import Store
package import WorkingTime

/// Hands everything of one officer that is open or may be reopened to another, and the pairings with
/// it.
package struct HandOverIssues: Sendable {
    private let records: Records
    private let world: World
    private let handover: Handover
    private let person: PersonID
    private let now: Instant

    /// - Parameter person: the administrator in whose name each history shows the handover.
    package init(
        _ handover: Handover, by person: PersonID, in world: World, _ records: Records,
        at now: Instant
    ) {
        self.records = records
        self.world = world
        self.handover = handover
        self.person = person
        self.now = now
    }

    /// - Parameters:
    ///   - from: the login of the officer who leaves.
    ///   - to: the login of the officer who takes over.
    ///   - login: of the administrator; may be nil where there is one.
    /// - Throws: `HandoverFault`, `AdministratorFault`.
    package init(
        from: String, to: String, reason: String, by login: String?, in world: World,
        _ records: Records, at now: Instant
    ) throws {
        guard let one = world.directory.person(login: from) else {
            throw HandoverFault.nobodyLeaves(from)
        }
        guard let other = world.directory.person(login: to) else {
            throw HandoverFault.nobodyTakesOver(to)
        }
        self.init(
            Handover(from: one.id, to: other.id, reason: reason),
            by: try Administrator.namedOrOnly(login, in: world.directory), in: world, records,
            at: now)
    }

    /// Hands over every issue that is open or may be reopened; started again, it goes on where it was.
    ///
    /// - Parameter batcher: nil where it is only tried what would happen.
    package func run(
        through batcher: Batcher?, telling tell: (MassChangeReport) -> Void = { _ in }
    ) async throws -> MassChangeReport {
        let (decider, now) = (Decider(world: world), now)
        return try await MassChange(
            handover, by: person, in: world, at: now, through: batcher,
            page: {
                try await records.changes.issues(
                    of: handover.from, after: $0, limit: MassChange.pageSize)
            },
            load: records.issues.issues,
            isConcerned: { try decider.mayGoOn($0, at: now) }
        ).run(telling: tell)
    }

    /// Ends the pairings of the one the day before and begins them for the other.
    ///
    /// - Returns: how many went over.
    package func movePairings(through transactions: DirectoryTransactions) async throws -> Int {
        try await transactions.run { transaction in
            let count = try await transaction.movePairings(
                from: handover.from, to: handover.to, on: world.calendars.zone.date(at: now))
            guard count > 0 else { return (.takenBack, 0) }
            try await transaction.note(
                "pairings of person \(handover.from) go over to \(handover.to)", by: person,
                at: now)
            return (.kept, count)
        }
    }
}

/// Says why nothing can be handed over.
package enum HandoverFault: Error, Hashable, Sendable {
    case nobodyLeaves(String)
    case nobodyTakesOver(String)
}
