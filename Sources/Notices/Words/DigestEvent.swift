import Engine

/// A message about a day's events.
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

    struct Content: Codable, Hashable, Sendable {
        let date: String
        let message: CloudEvent.Content.Message
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
