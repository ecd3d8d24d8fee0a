import Foundation
import WorkingTime

/// Dates as headers have them.
///
/// Source: RFC 5322 §3.3, RFC 9110 §5.6.7.
enum InternetDate {
    static func text(_ instant: Instant) -> String {
        formatter("EEE, dd MMM yyyy HH:mm:ss Z")
            .string(from: Date(timeIntervalSince1970: Double(instant.seconds)))
    }

    /// - Returns: seconds since 1970; nil where the text is no such date.
    static func seconds(_ text: String) -> Int64? {
        formatter("EEE, dd MMM yyyy HH:mm:ss zzz").date(from: text)
            .map { Int64($0.timeIntervalSince1970) }
    }

    private static func formatter(_ format: String) -> DateFormatter {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = .gmt
        formatter.dateFormat = format
        return formatter
    }
}
