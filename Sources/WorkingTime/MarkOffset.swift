/// Places a mark before or after a deadline.
///
/// Invariant: a mark of no distance is not before.
package struct MarkOffset: Hashable, Sendable {
    package let distance: TimeLimit
    package let isBefore: Bool

    package init(distance: TimeLimit, isBefore: Bool) {
        self.distance = distance
        self.isBefore = isBefore && distance.value > 0
    }

    /// Reads a time limit with a sign, such as `+3wd`, `-7wd`, `+4ch`, or `0wd` for the deadline.
    ///
    /// Throws: `badText` for another form or a missing sign; `overflow` when too large.
    package init(_ text: String) throws(WorkingTimeRefusal) {
        var reader = TextReader(text)
        let isBefore = reader.takes("-")
        let isSigned = isBefore || reader.takes("+")
        let rest = reader.rest()
        let expected = "a signed time limit such as +3wd, -7wd or 0wd"
        let distance: TimeLimit
        do throws(WorkingTimeRefusal) {
            distance = try TimeLimit(rest)
        } catch {
            if case .badText = error { throw .badText(text, expected: expected) }
            throw error
        }
        guard isSigned || distance.value == 0 else { throw .badText(text, expected: expected) }
        self.init(distance: distance, isBefore: isBefore)
    }
}

extension MarkOffset: CustomStringConvertible {
    package var description: String {
        distance.value == 0 ? "\(distance)" : (isBefore ? "-" : "+") + "\(distance)"
    }
}

extension MarkOffset: Codable {
    package init(from decoder: any Decoder) throws {
        self = try decoded(from: decoder) { text throws(WorkingTimeRefusal) in
            try MarkOffset(text)
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
