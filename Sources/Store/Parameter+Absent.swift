import Postgres

/// Arrays that are NULL as a whole: the filter does not apply.
extension Parameter {
    static let noInt64s = Parameter(oid: Parameter.int64s([Int64]()).oid, bytes: nil)
    static let noInt32s = Parameter(oid: Parameter.int32s([Int32]()).oid, bytes: nil)
    static let noTexts = Parameter(oid: Parameter.texts([String]()).oid, bytes: nil)
}
