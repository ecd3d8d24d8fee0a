package import WorkingTime

/// One mark of one clock that time passed while the clock ran.
package struct PassedMark: Hashable, Sendable {
    /// The clock's number within the issue.
    package let clock: Int
    package let kind: String
    package let cycle: Int
    /// As the workflow names it, e.g. `amber`, `due`, `plus3`.
    package let name: String
    package let at: Instant
}
