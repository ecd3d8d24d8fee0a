extension Row {
    package func text(_ column: Column) throws(PostgresError) -> String {
        try required(textOrNil(column), column)
    }

    package func textOrNil(_ column: Column) throws(PostgresError) -> String? {
        switch rows.columnTypeOID(column) {
        case TypeOID.text, TypeOID.varchar, TypeOID.bpchar, TypeOID.name, TypeOID.char,
            TypeOID.unknown:
            field(column).map { String(decoding: $0, as: UTF8.self) }
        default: throw mismatch(column, "text")
        }
    }

    package func bytes(_ column: Column) throws(PostgresError) -> [UInt8] {
        try required(bytesOrNil(column), column)
    }

    package func bytesOrNil(_ column: Column) throws(PostgresError) -> [UInt8]? {
        guard rows.columnTypeOID(column) == TypeOID.bytea else { throw mismatch(column, "bytea") }
        return field(column).map { Array($0) }
    }

    package func json(_ column: Column) throws(PostgresError) -> [UInt8] {
        try required(jsonOrNil(column), column)
    }

    /// Reads json byte for byte as it was written, and jsonb as the server prints it.
    package func jsonOrNil(_ column: Column) throws(PostgresError) -> [UInt8]? {
        switch rows.columnTypeOID(column) {
        case TypeOID.json: field(column).map { Array($0) }
        case TypeOID.jsonb: try jsonbText(column)
        default: throw mismatch(column, "json")
        }
    }

    /// Lends the bytes of a value of any type without copying them; nil for NULL.
    package func withBytes<Value>(
        _ column: Column, _ body: (UnsafeRawBufferPointer?) throws -> Value
    ) rethrows -> Value {
        try withExtendedLifetime(rows) { try body(field(column)) }
    }

    private func jsonbText(_ column: Column) throws(PostgresError) -> [UInt8]? {
        guard let field = field(column) else { return nil }
        guard field.first == jsonbVersion else { throw mismatch(column, "jsonb version 1") }
        return Array(field.dropFirst())
    }
}
