import Casework
import Engine

/// What somebody who gets a digest owes as it goes out, and how much others owe.
struct OwedList: Sendable {
    struct Item: Sendable {
        let issue: Issue
        let owed: ConcerningDuty
    }

    /// Overdue first, then by deadline and class.
    let items: [Item]
    /// True where there is more than a letter lists.
    let hasMore: Bool
    /// What the person waits for.
    let waiting: DutyCount

    static let nothing = OwedList(
        items: [], hasMore: false, waiting: DutyCount(count: 0, hasMore: false))
}
