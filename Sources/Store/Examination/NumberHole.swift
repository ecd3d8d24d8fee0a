import Postgres

/// A range of numbers that no case has, between the first and the last of a year.
package struct NumberHole: Hashable, Sendable {
    package let first: String
    package let last: String
    package let size: Int64
    /// Whether its numbers were drawn before their filings were decided; those were refused.
    package let isOld: Bool

    /// - Parameter row: of `caseNumberHoles`.
    init(_ row: Row) throws {
        first = try row.text("first")
        last = try row.text("last")
        size = try row.int64("hole_size")
        isOld = try row.bool("is_old")
    }
}
