import Postgres
package import WorkingTime

/// Lists the tables of the directory as files hold them.
package struct RosterRecords: Sendable {
    private let statements: NamedStatements

    package init(_ statements: NamedStatements) { self.statements = statements }

    /// Lists the rows of a table; nil stands for an empty cell.
    ///
    /// - Parameter zone: in which times are written.
    package func rows(of table: RosterTable, in zone: ZoneTable) async throws -> [[String?]] {
        let rows =
            table == .duties
            ? try await statements.rows(table.listing, .text(zone.identifier))
            : try await statements.rows(table.listing)
        // The columns are those of the table, in its order.
        return try rows.map { row in
            try (0..<rows.columnCount).map { try row.textOrNil(.at($0)) }
        }
    }
}
