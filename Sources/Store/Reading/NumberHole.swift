import Postgres

/// A range of numbers that no case has, between the first and the last of a year.
struct NumberHole: CustomStringConvertible {
    private let first: String
    private let last: String
    private let size: Int64
    /// Whether its numbers were drawn before their filings were decided; those were refused.
    let isOld: Bool

    /// - Parameter row: of `caseNumberHoles`.
    init(_ row: Row) throws {
        first = try row.text(1)
        last = try row.text(2)
        size = try row.int64(3)
        isOld = try row.bool(4)
    }

    var description: String {
        let numbers = size == 1 ? "number \(first)" : "numbers \(first) to \(last)"
        return "no case has the \(numbers)"
            + (isOld ? ": drawn for filings that were refused, before numbers came last" : "")
    }
}
