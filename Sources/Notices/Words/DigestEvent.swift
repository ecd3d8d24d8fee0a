import Engine

/// A message about what somebody owes, and a day's events.
///
/// Source: CloudEvents 1.0, JSON event format.
struct DigestEvent: Codable, Hashable, Sendable {
    struct Line: Codable, Hashable, Sendable {
        let issue: String
        let number: String
        let title: String
        let state: String
        let level: Int
        let dueAt: String?
        let isOverdue: Bool
        let isAtYourLevel: Bool
        let lead: String?
        let events: [CloudEvent.Content]
    }

    /// Something that whom it goes to owes.
    struct Duty: Codable, Hashable, Sendable {
        let issue: String
        let number: String
        let title: String
        /// As `GET /v1/duties` has it.
        let part: String
        /// One of these ends it, the likeliest first; empty where it is for somebody else to take them.
        let actions: [String]
        /// Absent where it has no date, and where its clock stands still.
        let dueAt: String?
        let isOverdue: Bool
        let isPaused: Bool
        let isBlocked: Bool
    }

    struct Content: Codable, Hashable, Sendable {
        let date: String
        let message: CloudEvent.Content.Message
        /// Overdue first, then by deadline.
        let duties: [Duty]
        /// How much others owe that it waits for; counted up to about a thousand.
        let waiting: Int
        let issues: [Line]
    }

    var specversion = "1.0"
    let id: String
    let source: String
    var type = "zhuqi.digest"
    let subject: String
    let time: String
    var datacontenttype = "application/json"
    let data: Content
}
