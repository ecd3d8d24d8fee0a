import Casework
import WorkingTime

/// What only shows when many issues of a month are seen together.
package struct MonthPatterns: Sendable {
    /// Fingerprints of replies that were given three times or more.
    let repeatedReplies: Set<ReplyFingerprint>
    /// When somebody closed ten issues or more within a minute, by person.
    let bulks: [PersonID: [ClosedRange<Instant>]]

    func isRepeated(_ reply: String) -> Bool {
        repeatedReplies.contains(ReplyFingerprint(reply))
    }

    func isBulk(_ person: PersonID, at instant: Instant) -> Bool {
        bulks[person]?.contains { $0.contains(instant) } ?? false
    }
}

/// Stands for the words of a reply, white space aside, in sixteen bytes.
struct ReplyFingerprint: Hashable, Sendable {
    private let key: CommandKey

    init(_ reply: String) {
        let words = reply.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        key = CommandKey(deriving: ["reply", words])
    }
}

/// Counts the replies and closings of a month.
struct PatternCount: Sendable {
    static let repetitionCount = 3
    static let bulkCount = 10
    static let bulkInSeconds: Int64 = 60

    private var replies: [ReplyFingerprint: Int] = [:]
    private var closings: [PersonID: [Instant]] = [:]

    mutating func add(_ record: FoldedRecord, month: AuditMonth) {
        for step in record.steps(in: month) {
            if let reply = step.reply { replies[ReplyFingerprint(reply), default: 0] += 1 }
            if step.isClosing, let person = step.event.by.person {
                closings[person, default: []].append(step.event.at)
            }
        }
    }

    func found() -> MonthPatterns {
        let repeated = replies.filter { $0.value >= Self.repetitionCount }.keys
        return MonthPatterns(
            repeatedReplies: Set(repeated),
            bulks: closings.mapValues { Self.bulks(in: $0.sorted()) })
    }

    /// Finds every stretch of a minute or less that holds enough closings; stretches may overlap.
    private static func bulks(in closings: [Instant]) -> [ClosedRange<Instant>] {
        guard closings.count >= bulkCount else { return [] }
        return (0...(closings.count - bulkCount)).compactMap { first in
            let last = closings[first + bulkCount - 1]
            guard last <= closings[first].adding(seconds: bulkInSeconds) else { return nil }
            return closings[first]...last
        }
    }
}
