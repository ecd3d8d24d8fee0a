package import WorkingTime

/// Tells when an action was last taken on an issue.
package struct LastTaken: Hashable, Sendable {
    /// That of the event.
    package let sequence: Int
    package let at: Instant
    /// Nil where the system or the enterprise took it.
    package let by: PersonID?
    /// As it stands in the record: `sequence microseconds person`; the person is `-` where there is none.
    let text: String

    package init(sequence: Int, at: Instant, by: PersonID?) {
        self.sequence = sequence
        self.at = at
        self.by = by
        text = "\(sequence) \(at.microseconds) \(by?.description ?? "-")"
    }

    /// Reads the record's form; nil where it is another.
    init?(text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
        guard parts.count == 3, let sequence = Self.number(parts[0]),
            let at = Self.number(parts[1])
        else { return nil }
        let person = Self.number(parts[2])
        guard person != nil || parts[2].elementsEqual("-".utf8) else { return nil }
        self.sequence = Int(sequence)
        self.at = Instant(microseconds: at)
        by = person.map(PersonID.init)
        self.text = text
    }

    /// A number that is written as the record writes it: without a plus or leading zeros.
    private static func number(_ written: Substring.UTF8View) -> Int64? {
        let digits = written.first == UInt8(ascii: "-") ? written.dropFirst() : written
        guard let first = digits.first, first != UInt8(ascii: "+"),
            first != UInt8(ascii: "0") || written.count == 1
        else { return nil }
        return Int64(Substring(written))
    }
}
