package import Casework
package import Engine
import Postgres
package import WorkingTime

/// Changes the directory as a whole, or what is published, in one transaction at a time.
package struct DirectoryTransactions: Sendable {
    private let statements: NamedStatements

    /// - Parameter statements: over connections of the owner.
    package init(_ statements: NamedStatements) { self.statements = statements }

    /// Runs a body in a transaction, once nobody else's runs any more.
    ///
    /// - Parameter body: says with its value whether what it wrote stays.
    package func run<Value: Sendable>(
        _ body: @Sendable (DirectoryTransaction) async throws -> (end: TransactionEnd, value: Value)
    ) async throws -> Value {
        let queries = statements.queries
        return try await statements.transaction(
            beginningWith: [queries.statement(.lockDirectory)]
        ) { connection in
            try await body(
                DirectoryTransaction(statements: NamedStatements(over: connection, queries)))
        }
    }
}

/// A transaction that holds the directory: what it reads is as it stands in it.
package struct DirectoryTransaction: Sendable {
    let statements: NamedStatements

    package var publications: PublicationRecords { PublicationRecords(statements) }
    package var installation: InstallationRecords { InstallationRecords(statements) }

    /// Runs statements in one trip.
    func run(_ statements: [Statement]) async throws -> [Rows] {
        try await self.statements.withConnection { try await $0.run(statements) }
    }

    func statement(_ name: QueryName, _ parameters: Parameter...) -> Statement {
        statements.queries.statement(name, parameters)
    }

    package func directory(in zone: ZoneTable) async throws -> Directory {
        try await DirectoryRows(statements).directory(in: zone)
    }

    /// The codes of all units.
    package func unitCodes() async throws -> Set<String> {
        Set(try await statements.rows(.units).map { try $0.text("code") })
    }

    package func creditCodes() async throws -> Set<String> {
        Set(try await statements.rows(.creditCodes).map { try $0.text("credit_code") })
    }

    /// Lists every absence that was noted of the persons.
    package func absences(of persons: [PersonID]) async throws -> [NotedAbsence] {
        try await statements.rows(
            .absencesOf, .int64s(persons.map(\.rawValue)), .int64(0), .date(daysSince1970: 0)
        ).map(NotedAbsence.init)
    }

    /// Puts into the record that the directory was changed.
    ///
    /// - Parameters:
    ///   - person: in whose name; nil where it is nobody's.
    ///   - digest: of the file that it came from.
    package func note(
        _ what: String, by person: PersonID? = nil, digest: [UInt8]? = nil, at now: Instant
    ) async throws {
        _ = try await statements.rows(
            .addDirectoryChange, .timestamp(microseconds: now.microseconds),
            .int64(person?.rawValue), .text(what), .bytes(digest))
    }
}
