package import Casework

/// An issue whose text is similar to another's.
package struct SimilarIssue: Sendable {
    package let issue: Issue
    /// The share of pairs of characters in common, of the shorter text.
    package let percent: Int
}
