import Casework
import Engine

/// What a digest says of one issue.
struct DigestLine: Sendable {
    let issue: Issue
    /// What the person was told of, in order.
    let items: [OutboxItem]
}
