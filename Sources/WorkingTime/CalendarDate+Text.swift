extension CalendarDate {
    /// Reads a date such as `2026-10-09`.
    ///
    /// Throws: `badText` for another form; `badDate` when the date does not exist.
    package init(_ text: String) throws(WorkingTimeRefusal) {
        var reader = TextReader(text)
        self = try CalendarDate(reading: &reader, of: text)
        guard reader.isAtEnd else { throw .badText(text, expected: Self.form) }
    }

    init(reading reader: inout TextReader, of text: String) throws(WorkingTimeRefusal) {
        guard let year = reader.number(digits: 4), reader.takes("-"),
            let month = reader.number(digits: 2), reader.takes("-"),
            let day = reader.number(digits: 2)
        else { throw .badText(text, expected: Self.form) }
        do throws(WorkingTimeRefusal) {
            self = try CalendarDate(year: Int(year), month: Int(month), day: Int(day))
        } catch {
            throw .badDate(text)
        }
    }

    private static let form = "a date such as 2026-10-09"
}

extension CalendarDate: CustomStringConvertible {
    package var description: String {
        "\(padded(Int64(year), 4))-\(padded(Int64(month), 2))-\(padded(Int64(day), 2))"
    }
}

extension CalendarDate: Codable {
    package init(from decoder: any Decoder) throws {
        self = try decoded(from: decoder) { text throws(WorkingTimeRefusal) in
            try CalendarDate(text)
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
