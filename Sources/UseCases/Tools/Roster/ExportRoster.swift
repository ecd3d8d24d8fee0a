package import Exports
package import Foundation
package import Store
package import WorkingTime

/// Writes the tables of the directory into a folder.
package struct ExportRoster: Sendable {
    private let records: RosterRecords
    private let zone: ZoneTable

    /// - Parameter zone: in which times are written.
    package init(_ records: RosterRecords, in zone: ZoneTable) {
        self.records = records
        self.zone = zone
    }

    /// Writes every table; the folder is made where there is none.
    ///
    /// - Parameter tell: hears of each table once it is written, and of how many rows it has.
    package func write(
        to folder: URL, as encoding: PlainTable.Encoding,
        telling tell: (RosterTable, _ rowCount: Int) -> Void
    ) async throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for table in RosterTable.allCases {
            let rows = try await records.rows(of: table, in: zone)
            try PlainTable(headings: table.headings, rows: rows).data(encoding)
                .write(to: folder.appending(path: table.fileName), options: .atomic)
            tell(table, rows.count)
        }
    }
}
