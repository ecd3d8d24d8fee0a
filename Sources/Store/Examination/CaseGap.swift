package import Casework
import Postgres

/// A case of which issues are missing.
package struct CaseGap: Hashable, Sendable {
    package let number: String
    package let issueCount: Int64
    /// The highest place of an issue in it.
    package let last: Int

    /// - Parameter row: of `casesWithGaps`.
    init(_ row: Row) throws {
        number = try row.text("number")
        issueCount = try row.int64("issue_count")
        last = Int(try row.int32("last"))
    }
}

/// An issue that says otherwise than its case.
package struct CaseDifference: Hashable, Sendable {
    package let issue: IssueID
    package let hasOtherNumber: Bool
    package let hasOtherEnterprise: Bool

    /// - Parameter row: of `issuesUnlikeCases`.
    init(_ row: Row) throws {
        issue = IssueID(try row.int64("id"))
        hasOtherNumber = try row.bool("has_other_number")
        hasOtherEnterprise = try row.bool("has_other_enterprise")
    }
}
