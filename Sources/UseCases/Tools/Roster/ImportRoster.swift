package import Casework
import Languages
package import Store
package import WorkingTime

/// Puts tables into the directory: all of them, or nothing where a line is wrong.
package struct ImportRoster: Sendable {
    private let transactions: DirectoryTransactions
    private let world: World
    private let catalogue: CurrentCatalogue
    private let now: Instant

    /// - Parameters:
    ///   - world: as it was before.
    ///   - now: when it is put into the record that the directory was changed.
    package init(
        through transactions: DirectoryTransactions, world: World, catalogue: CurrentCatalogue,
        at now: Instant
    ) {
        self.transactions = transactions
        self.world = world
        self.catalogue = catalogue
        self.now = now
    }

    /// Puts the files in one transaction, which is taken back on a dry run, where a line is wrong,
    /// and where an open issue would be left without anybody to act.
    package func put(_ files: [RosterFile], isDryRun: Bool) async throws -> RosterReport {
        try await transactions.run { transaction in
            let run = RosterRun(
                transaction: transaction, directory: world.directory, zone: world.calendars.zone,
                substitution: world.ladders.substitution, now: now)
            var report = try await run.put(files)
            if report.faults.isEmpty, report.concernsWhoActs {
                report.strandings = try await strandings(transaction)
            }
            let isKept = !isDryRun && !report.isRefused && report.changes > 0
            if isKept {
                for file in files { try await run.note(file, report) }
            }
            return (isKept ? .kept : .takenBack, report)
        }
    }

    private func strandings(_ transaction: DirectoryTransaction) async throws -> [Label] {
        let changed = try await transaction.directory(in: world.calendars.zone)
        return try await StrandingCheck(
            transaction: transaction, catalogue: catalogue.value, before: world,
            after: world.with(changed), now: now
        ).problems()
    }
}
