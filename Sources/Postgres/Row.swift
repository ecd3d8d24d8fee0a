import CLibPQ

/// A view of one row, which keeps its `Rows` alive.
///
/// Every reader throws `.decoding` where the column is missing, has another type, or, without
/// `OrNil`, is NULL.
package struct Row: Sendable {
    package let rows: Rows
    let index: Int32

    package func isNull(_ column: Column) -> Bool {
        field(column) == nil
    }

    /// Lends the value's bytes as the server sent them, or nil for NULL.
    ///
    /// Invariant: the bytes live as long as `rows`.
    func field(_ column: Column) -> UnsafeRawBufferPointer? {
        guard let position = rows.position(column) else { return nil }
        let column = Int32(truncatingIfNeeded: position)
        let byteCount = Int(PQgetlength(rows.result, index, column))
        // libpq reports NULL with length zero, so only an empty value needs the second question.
        if byteCount == 0, PQgetisnull(rows.result, index, column) != 0 {
            return nil
        }
        return UnsafeRawBufferPointer(
            start: PQgetvalue(rows.result, index, column), count: byteCount)
    }

    /// Reads a big-endian integer, or nil for NULL.
    func bits<Bits: FixedWidthInteger>(
        _ column: Column, _: Bits.Type
    ) throws(PostgresError) -> Bits? {
        guard let field = field(column) else { return nil }
        guard field.count == MemoryLayout<Bits>.size else {
            throw mismatch(column, "another length")
        }
        return Bits(bigEndian: field.loadUnaligned(as: Bits.self))
    }

    func required<Value>(_ value: Value?, _ column: Column) throws(PostgresError) -> Value {
        guard let value else { throw mismatch(column, "a value instead of NULL") }
        return value
    }

    @inline(never)
    func mismatch(_ column: Column, _ expected: String) -> PostgresError {
        let statement = rows.statementName.isEmpty ? "unnamed statement" : rows.statementName
        let place = "\(statement), column \(rows.words(for: column))"
        return .decoding("\(place): wanted \(expected)")
    }
}
