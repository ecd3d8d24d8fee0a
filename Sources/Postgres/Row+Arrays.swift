/// One-dimensional arrays, each three times: all there, the whole array NULL, single elements NULL.
extension Row {
    package func int16s(_ column: Column) throws(PostgresError) -> [Int16] {
        try required(int16sOrNil(column), column)
    }

    package func int16sOrNil(_ column: Column) throws(PostgresError) -> [Int16]? {
        try elements(column, ArrayType.int16s)
    }

    package func nullableInt16s(_ column: Column) throws(PostgresError) -> [Int16?] {
        try required(nullableElements(column, ArrayType.int16s), column)
    }

    package func int32s(_ column: Column) throws(PostgresError) -> [Int32] {
        try required(int32sOrNil(column), column)
    }

    package func int32sOrNil(_ column: Column) throws(PostgresError) -> [Int32]? {
        try elements(column, ArrayType.int32s)
    }

    package func nullableInt32s(_ column: Column) throws(PostgresError) -> [Int32?] {
        try required(nullableElements(column, ArrayType.int32s), column)
    }

    package func int64s(_ column: Column) throws(PostgresError) -> [Int64] {
        try required(int64sOrNil(column), column)
    }

    package func int64sOrNil(_ column: Column) throws(PostgresError) -> [Int64]? {
        try elements(column, ArrayType.int64s)
    }

    package func nullableInt64s(_ column: Column) throws(PostgresError) -> [Int64?] {
        try required(nullableElements(column, ArrayType.int64s), column)
    }

    package func doubles(_ column: Column) throws(PostgresError) -> [Double] {
        try required(doublesOrNil(column), column)
    }

    package func doublesOrNil(_ column: Column) throws(PostgresError) -> [Double]? {
        try elements(column, ArrayType.doubles)
    }

    package func nullableDoubles(_ column: Column) throws(PostgresError) -> [Double?] {
        try required(nullableElements(column, ArrayType.doubles), column)
    }

    package func bools(_ column: Column) throws(PostgresError) -> [Bool] {
        try required(boolsOrNil(column), column)
    }

    package func boolsOrNil(_ column: Column) throws(PostgresError) -> [Bool]? {
        try elements(column, ArrayType.bools)
    }

    package func nullableBools(_ column: Column) throws(PostgresError) -> [Bool?] {
        try required(nullableElements(column, ArrayType.bools), column)
    }

    package func texts(_ column: Column) throws(PostgresError) -> [String] {
        try required(textsOrNil(column), column)
    }

    package func textsOrNil(_ column: Column) throws(PostgresError) -> [String]? {
        try elements(column, ArrayType.texts)
    }

    package func nullableTexts(_ column: Column) throws(PostgresError) -> [String?] {
        try required(nullableElements(column, ArrayType.texts), column)
    }

    package func bytesArray(_ column: Column) throws(PostgresError) -> [[UInt8]] {
        try required(bytesArrayOrNil(column), column)
    }

    package func bytesArrayOrNil(_ column: Column) throws(PostgresError) -> [[UInt8]]? {
        try elements(column, ArrayType.bytesArray)
    }

    package func nullableBytesArray(_ column: Column) throws(PostgresError) -> [[UInt8]?] {
        try required(nullableElements(column, ArrayType.bytesArray), column)
    }

    package func jsons(_ column: Column) throws(PostgresError) -> [[UInt8]] {
        try required(jsonsOrNil(column), column)
    }

    package func jsonsOrNil(_ column: Column) throws(PostgresError) -> [[UInt8]]? {
        try elements(column, ArrayType.jsons)
    }

    package func nullableJsons(_ column: Column) throws(PostgresError) -> [[UInt8]?] {
        try required(nullableElements(column, ArrayType.jsons), column)
    }

    /// Units: as in `timestamp`.
    package func timestamps(_ column: Column) throws(PostgresError) -> [Int64] {
        try required(timestampsOrNil(column), column)
    }

    /// Units: as in `timestamp`.
    package func timestampsOrNil(_ column: Column) throws(PostgresError) -> [Int64]? {
        try elements(column, ArrayType.timestamps)
    }

    /// Units: as in `timestamp`.
    package func nullableTimestamps(_ column: Column) throws(PostgresError) -> [Int64?] {
        try required(nullableElements(column, ArrayType.timestamps), column)
    }
}
