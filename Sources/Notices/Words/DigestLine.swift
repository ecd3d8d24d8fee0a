import Casework
import Engine

/// What a digest says of one issue.
struct DigestLine: Sendable {
    let issue: Issue
    /// What the person was told of, in order.
    let items: [OutboxItem]
    /// True where the issue waits at the level that the person was named at.
    let isAtLevel: Bool
}
