import WorkingTime

/// Shows an instant in the zone of the offset that it came with: `2026-10-09 17:30`.
enum Timestamp {
    /// What is not an RFC 3339 time is shown as it came.
    static func text(_ instant: String) -> String {
        let characters = Array(instant)
        guard characters.count >= 20, characters[10] == "T" else { return instant.plain }
        return String(characters[..<10]) + " " + String(characters[11..<16])
    }

    /// Tells whether one instant lies after another; false where either is none.
    static func isLater(_ instant: String, than other: String) -> Bool {
        do {
            return try Instant(rfc3339: instant) > Instant(rfc3339: other)
        } catch {
            return false
        }
    }
}
