import Foundation

/// Names one intended change, so that sending it again changes nothing twice.
///
/// Shape: 1 to 200 printable ASCII characters; travels as a structured-field string (RFC 8941).
package struct IdempotencyKey: Hashable, Sendable {
    package let text: String

    /// Returns nil where the text can't be a structured-field string.
    package init?(_ text: String) {
        let isPrintable = text.utf8.allSatisfy { (0x20...0x7e).contains($0) }
        guard isPrintable, (1...200).contains(text.utf8.count) else { return nil }
        self.text = text
    }

    private init(drawn uuid: UUID) { text = uuid.uuidString.lowercased() }

    /// Draws a key that nobody used before.
    package static func random() -> IdempotencyKey { IdempotencyKey(drawn: UUID()) }

    var headerValue: String {
        let escaped = text.flatMap { $0 == "\"" || $0 == "\\" ? ["\\", $0] : [$0] }
        return "\"" + String(escaped) + "\""
    }
}
