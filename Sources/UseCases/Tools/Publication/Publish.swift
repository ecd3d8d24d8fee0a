package import Casework
package import Languages
package import Store
package import WorkingTime

/// Publishes workflows, calendars, routing, ladder and directory, as the owner.
///
/// What was published is never changed: the same text again does nothing, another text makes the
/// next version or revision.
package struct Publish: Sendable {
    private let transactions: DirectoryTransactions
    private let reading: any DefinitionReading
    private let now: Instant

    package init(
        through transactions: DirectoryTransactions, by reading: any DefinitionReading,
        at now: Instant
    ) {
        self.transactions = transactions
        self.reading = reading
        self.now = now
    }

    /// Publishes in one transaction, so that the world is never half of one and half of another.
    ///
    /// - Returns: a line for each text, for people.
    /// - Throws: `PublicationRefusal`, also where a directory would leave open issues to nobody.
    package func publish(
        _ texts: PublishedTexts, isDryRun: Bool = false
    ) async throws -> [Label] {
        try await transactions.run { transaction in
            let lines = try await PublicationRun(
                transaction: transaction, reading: reading, now: now
            ).publish(texts)
            return (isDryRun ? .takenBack : .kept, lines)
        }
    }
}
