import CLibPQ

/// Owns the answer to one statement.
///
/// Shape: one `Row` per row, in the server's order; empty for a statement that returns none.
/// Invariant: libpq changes no result that it has handed over, and only `deinit` frees it.
package final class Rows: @unchecked Sendable {
    let result: OpaquePointer
    let statementName: String
    package let count: Int
    package let columnCount: Int
    private let types: [UInt32]

    /// Takes ownership of the result.
    init(adopting result: OpaquePointer, statementName: String) {
        self.result = result
        self.statementName = statementName
        count = Int(PQntuples(result))
        let columnCount = PQnfields(result)
        self.columnCount = Int(columnCount)
        types = (0..<columnCount).map { PQftype(result, $0) }
    }

    deinit {
        PQclear(result)
    }

    /// How many rows the statement wrote, or returned if it wrote none.
    package var affectedCount: Int {
        Int(String(cString: PQcmdTuples(result))) ?? 0
    }

    package var columnNames: [String] {
        (0..<columnCount).map { String(cString: PQfname(result, Int32($0))) }
    }

    /// The object identifier of the column's type, or zero where there is no such column.
    package func columnTypeOID(_ column: Int) -> UInt32 {
        types.indices.contains(column) ? types[column] : 0
    }
}

extension Rows: RandomAccessCollection {
    package var startIndex: Int {
        0
    }

    package var endIndex: Int {
        count
    }

    package subscript(position: Int) -> Row {
        precondition(position >= 0 && position < count, "row outside of the result")
        return Row(rows: self, index: Int32(truncatingIfNeeded: position))
    }
}
