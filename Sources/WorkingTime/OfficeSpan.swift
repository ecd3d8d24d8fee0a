/// Covers a stretch of office hours within one day, its end not included.
///
/// Units: seconds of the day by the wall clock, 0 to 86 400.
package struct OfficeSpan: Hashable, Sendable {
    package let from: Int64
    package let until: Int64

    /// Makes a span within one day.
    ///
    /// Throws: `badTime` when it is empty, backwards or outside the day.
    package init(from: Int64, until: Int64) throws(WorkingTimeRefusal) {
        guard 0 <= from, from < until, until <= secondsPerDay else {
            throw .badTime("\(from)-\(until)")
        }
        self.from = from
        self.until = until
    }

    /// Reads `09:00-12:00`, seconds allowed, up to `24:00`.
    ///
    /// Throws: `badText` for another form; `badTime` when empty, backwards or outside the day.
    package init(_ text: String) throws(WorkingTimeRefusal) {
        var reader = TextReader(text)
        guard let from = Self.second(reading: &reader), reader.takes("-"),
            let until = Self.second(reading: &reader), reader.isAtEnd
        else { throw .badText(text, expected: "office hours such as 09:00-12:00") }
        guard from < until, until <= secondsPerDay else { throw .badTime(text) }
        self.from = from
        self.until = until
    }

    private static func second(reading reader: inout TextReader) -> Int64? {
        guard let hour = reader.number(digits: 2), reader.takes(":"),
            let minute = reader.number(digits: 2), minute < 60
        else { return nil }
        guard reader.takes(":") else { return hour * 3600 + minute * 60 }
        guard let second = reader.number(digits: 2), second < 60 else { return nil }
        return hour * 3600 + minute * 60 + second
    }
}

extension OfficeSpan: CustomStringConvertible {
    package var description: String { "\(Self.text(from))-\(Self.text(until))" }

    private static func text(_ second: Int64) -> String {
        let full = clockText(second)
        return full.hasSuffix(":00") ? String(full.dropLast(3)) : full
    }
}
