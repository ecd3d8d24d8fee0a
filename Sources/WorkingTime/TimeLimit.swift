/// Says in which measure a time limit is counted.
package enum TimeLimitUnit: String, CaseIterable, Hashable, Sendable, Codable {
    case workingSeconds, workingDays, clockSeconds, calendarDays, calendarMonths
}

/// Sets how much time is given.
///
/// Term: 时限.
/// Units: `value` counts `unit`.
package struct TimeLimit: Hashable, Sendable {
    /// Says at what time of the last day a limit in working days ends.
    package enum Ending: String, CaseIterable, Hashable, Sendable, Codable {
        case closeOfBusiness, sameTime
    }

    package let value: Int64
    package let unit: TimeLimitUnit
    /// Is `closeOfBusiness` for every unit but working days.
    package let ending: Ending

    /// Makes a limit; units other than working days have no ending of their own.
    ///
    /// Throws: `negative`.
    package init(
        value: Int64, unit: TimeLimitUnit, ending: Ending = .closeOfBusiness
    ) throws(WorkingTimeRefusal) {
        guard value >= 0 else { throw .negative(value) }
        self.value = value
        self.unit = unit
        self.ending = unit == .workingDays ? ending : .closeOfBusiness
    }

    /// Reads `4h`, `30min`, `90s` (working time), `24ch`, `45cmin`, `90cs` (clock time), `7wd`,
    /// `7wd@sameTime` (working days), `10d`, `1mo` (calendar days and months).
    ///
    /// Throws: `badText` for another form; `overflow` when the number does not fit.
    package init(_ text: String) throws(WorkingTimeRefusal) {
        var reader = TextReader(text)
        let digits = reader.digits()
        let symbol = reader.rest()
        guard !digits.isEmpty, let form = LimitForm.all.first(where: { $0.symbol == symbol }) else {
            throw .badText(text, expected: "a time limit such as 4h, 30min, 7wd, 24ch, 10d or 1mo")
        }
        guard let count = Int64(digits) else { throw .overflow }
        try self.init(
            value: product(count, form.size), unit: form.unit, ending: form.ending)
    }
}

extension TimeLimit: CustomStringConvertible {
    /// Writes the text that reads back as this limit, in its largest whole measure.
    package var description: String {
        let form = LimitForm.all.first {
            $0.unit == unit && $0.ending == ending && value % $0.size == 0
        }
        return form.map { "\(value / $0.size)\($0.symbol)" } ?? "\(value) \(unit.rawValue)"
    }
}

extension TimeLimit: Codable {
    package init(from decoder: any Decoder) throws {
        self = try decoded(from: decoder) { text throws(WorkingTimeRefusal) in
            try TimeLimit(text)
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// Ties a symbol of the text to what it counts; within a unit the largest comes first.
private struct LimitForm {
    let symbol: String
    let unit: TimeLimitUnit
    let size: Int64
    var ending = TimeLimit.Ending.closeOfBusiness

    static let all = [
        LimitForm(symbol: "h", unit: .workingSeconds, size: 3600),
        LimitForm(symbol: "min", unit: .workingSeconds, size: 60),
        LimitForm(symbol: "s", unit: .workingSeconds, size: 1),
        LimitForm(symbol: "ch", unit: .clockSeconds, size: 3600),
        LimitForm(symbol: "cmin", unit: .clockSeconds, size: 60),
        LimitForm(symbol: "cs", unit: .clockSeconds, size: 1),
        LimitForm(symbol: "wd", unit: .workingDays, size: 1),
        LimitForm(symbol: "wd@sameTime", unit: .workingDays, size: 1, ending: .sameTime),
        LimitForm(symbol: "d", unit: .calendarDays, size: 1),
        LimitForm(symbol: "mo", unit: .calendarMonths, size: 1),
    ]
}
