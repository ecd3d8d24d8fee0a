import Casework
import Engine
import WorkingTime

/// Everything that writing letters needs, read once for many.
struct LetterFacts: Sendable {
    let world: World
    let now: Instant
    let items: [EventPlace: OutboxItem]
    /// Issues as they stood right after the events.
    let past: [EventPlace: Issue]
    /// Issues as they stand now.
    let issues: [IssueID: Issue]
    let enterprises: [EnterpriseID: Enterprise]
    /// How duties concern each receiver now.
    let concerns: [PersonID: DutyConcern]
    /// What each who gets a digest owes now.
    let owed: [PersonID: OwedList]
    let paused: [PersonID: [PausedWebhook]]
}
