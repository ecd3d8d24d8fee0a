extension Row {
    package func int16(_ column: Column) throws(PostgresError) -> Int16 {
        try required(int16OrNil(column), column)
    }

    package func int16OrNil(_ column: Column) throws(PostgresError) -> Int16? {
        guard rows.columnTypeOID(column) == TypeOID.int2 else { throw mismatch(column, "int2") }
        return try bits(column, Int16.self)
    }

    package func int32(_ column: Column) throws(PostgresError) -> Int32 {
        try required(int32OrNil(column), column)
    }

    /// Reads int4, and widens int2.
    package func int32OrNil(_ column: Column) throws(PostgresError) -> Int32? {
        switch rows.columnTypeOID(column) {
        case TypeOID.int4: try bits(column, Int32.self)
        case TypeOID.int2: try bits(column, Int16.self).map(Int32.init)
        default: throw mismatch(column, "int4")
        }
    }

    package func int64(_ column: Column) throws(PostgresError) -> Int64 {
        try required(int64OrNil(column), column)
    }

    /// Reads int8, and widens int4 and int2.
    package func int64OrNil(_ column: Column) throws(PostgresError) -> Int64? {
        switch rows.columnTypeOID(column) {
        case TypeOID.int8: try bits(column, Int64.self)
        case TypeOID.int4: try bits(column, Int32.self).map(Int64.init)
        case TypeOID.int2: try bits(column, Int16.self).map(Int64.init)
        default: throw mismatch(column, "int8")
        }
    }

    package func double(_ column: Column) throws(PostgresError) -> Double {
        try required(doubleOrNil(column), column)
    }

    /// Reads float8, and widens float4.
    package func doubleOrNil(_ column: Column) throws(PostgresError) -> Double? {
        switch rows.columnTypeOID(column) {
        case TypeOID.float8: try bits(column, UInt64.self).map(Double.init(bitPattern:))
        case TypeOID.float4:
            try bits(column, UInt32.self).map { Double(Float(bitPattern: $0)) }
        default: throw mismatch(column, "float8")
        }
    }

    package func bool(_ column: Column) throws(PostgresError) -> Bool {
        try required(boolOrNil(column), column)
    }

    package func boolOrNil(_ column: Column) throws(PostgresError) -> Bool? {
        guard rows.columnTypeOID(column) == TypeOID.bool else { throw mismatch(column, "bool") }
        return try bits(column, UInt8.self).map { $0 != 0 }
    }

    /// Units: microseconds since 1970 in UTC; `Int64.max` is infinity, `Int64.min` minus infinity.
    package func timestamp(_ column: Column) throws(PostgresError) -> Int64 {
        try required(timestampOrNil(column), column)
    }

    /// Units: as in `timestamp`.
    package func timestampOrNil(_ column: Column) throws(PostgresError) -> Int64? {
        switch rows.columnTypeOID(column) {
        case TypeOID.timestamptz, TypeOID.timestamp:
            try bits(column, Int64.self).map(PostgresEpoch.microsecondsSince1970(server:))
        default: throw mismatch(column, "timestamptz")
        }
    }

    /// Units: days since 1970-01-01; `Int32.max` is infinity, `Int32.min` minus infinity.
    package func date(_ column: Column) throws(PostgresError) -> Int32 {
        try required(dateOrNil(column), column)
    }

    /// Units: as in `date`.
    package func dateOrNil(_ column: Column) throws(PostgresError) -> Int32? {
        guard rows.columnTypeOID(column) == TypeOID.date else { throw mismatch(column, "date") }
        return try bits(column, Int32.self).map(PostgresEpoch.daysSince1970(server:))
    }
}
