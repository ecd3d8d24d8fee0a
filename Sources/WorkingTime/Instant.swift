/// Marks a point in time, independent of any zone.
///
/// Units: microseconds since 1970-01-01T00:00:00Z.
package struct Instant: Hashable, Sendable {
    package var microseconds: Int64

    /// Is no moment: before and after all others.
    package static let distantPast = Instant(microseconds: .min)
    package static let distantFuture = Instant(microseconds: .max)

    package init(microseconds: Int64) {
        self.microseconds = microseconds
    }

    /// Makes an instant from whole seconds, held at the ends of the range.
    package init(seconds: Int64) {
        microseconds = saturatingProduct(seconds, microsecondsPerSecond)
    }

    /// Counts the whole seconds since 1970, rounded towards the past.
    package var seconds: Int64 { floorDivide(microseconds, microsecondsPerSecond) }

    /// Moves by whole seconds, held at the ends of the range.
    package func adding(seconds: Int64) -> Instant {
        Instant(
            microseconds: saturatingSum(
                microseconds, saturatingProduct(seconds, microsecondsPerSecond)))
    }

    /// Gives the first whole second at or after it.
    package var roundedUp: Instant {
        let whole = Instant(seconds: seconds)
        return whole == self ? self : whole.adding(seconds: 1)
    }

    /// Gives the last whole second at or before it.
    package var roundedDown: Instant { Instant(seconds: seconds) }

    /// Counts the whole seconds from the right to the left side, rounded towards the past.
    package static func - (left: Instant, right: Instant) -> Int64 {
        floorDivide(saturatingDifference(left.microseconds, right.microseconds), 1_000_000)
    }
}

extension Instant: Comparable {
    package static func < (left: Instant, right: Instant) -> Bool {
        left.microseconds < right.microseconds
    }
}

extension Instant: CustomStringConvertible {
    package var description: String { utcText }

    /// False for an instant outside of the years that a text can say.
    package var hasText: Bool { (firstInstant..<lastInstant).contains(microseconds) }
}

extension Instant: Codable {
    package init(from decoder: any Decoder) throws {
        self = try decoded(from: decoder) { text throws(WorkingTimeRefusal) in
            try Instant(rfc3339: text)
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        guard hasText else {
            throw EncodingError.invalidValue(
                self,
                .init(
                    codingPath: encoder.codingPath,
                    debugDescription: WorkingTimeRefusal.overflow.description))
        }
        try container.encode(utcText)
    }
}

/// Is 0001-01-01T00:00:00Z, the first instant that can be written.
///
/// Units: microseconds since 1970.
let firstInstant: Int64 = -62_135_596_800_000_000

/// Is 10000-01-01T00:00:00Z, the first instant after those that can be written.
///
/// Units: microseconds since 1970.
let lastInstant: Int64 = 253_402_300_800_000_000
