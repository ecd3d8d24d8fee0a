package import Casework
import Definitions
import Engine
import Languages
import Postgres
package import Store
import UseCases

/// What the owner of the database does, as the operator's tools let it.
extension TestFixture {
    /// Hands over what changes the directory as a whole.
    package func asOwner<Value: Sendable>(
        _ body: @Sendable (DirectoryTransactions) async throws -> Value
    ) async throws -> Value {
        let queries = queries
        return try await database.withConnection(as: TestCluster.owner) { connection in
            try await body(DirectoryTransactions(NamedStatements(over: connection, queries)))
        }
    }

    /// Publishes texts; the fixture does not see it until it reads its world again.
    ///
    /// - Returns: the lines that people read, in English.
    @discardableResult
    package func publish(
        _ texts: PublishedTexts, isDryRun: Bool = false
    ) async throws -> [String] {
        let now = time.now
        return try await asOwner {
            try await Publish(through: $0, by: .yaml, at: now).publish(texts, isDryRun: isDryRun)
                .map(\.en)
        }
    }

    /// Reads the world again as it was last published.
    @discardableResult
    package func reload() async throws -> World {
        let (loaded, states) = try await LoadWorld(records.publications, by: .yaml).load()
        catalogue.replace(with: states)
        world.replace(with: loaded)
        return loaded
    }
}
