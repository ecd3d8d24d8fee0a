/// Says no to a computation or a text, with the reason.
package enum WorkingTimeRefusal: Error, Hashable, Sendable {
    /// A text does not have the form that was expected.
    case badText(String, expected: String)
    /// A date does not exist or lies outside the years 1 to 9999.
    case badDate(String)
    /// A time of day does not exist, such as the 60th second.
    case badTime(String)
    /// A time zone is not in the IANA data of this host.
    case unknownTimeZone(String)
    /// A target or limit is below zero.
    case negative(Int64)
    /// The arithmetic left the range of 64 bits or of the years 1 to 9999.
    case overflow
    /// A start lies before the first day of the calendar.
    case outsideCalendar(Instant)
    /// A result lies past the last day that the calendar computes.
    case beyondHorizon
    /// A clock was paused and has not been resumed, so it has no deadline.
    case stillPaused(since: Instant)
    /// A pause ends before it begins.
    case pauseEndsBeforeItBegins(Instant)
    /// A stretch of time ends before it begins.
    case endBeforeStart(start: Instant, end: Instant)

    package var code: String {
        switch self {
        case .badText: "WT601"
        case .badDate: "WT602"
        case .badTime: "WT603"
        case .unknownTimeZone: "WT604"
        case .negative: "WT605"
        case .overflow: "WT606"
        case .outsideCalendar: "WT607"
        case .beyondHorizon: "WT608"
        case .stillPaused: "WT609"
        case .pauseEndsBeforeItBegins: "WT610"
        case .endBeforeStart: "WT611"
        }
    }

    /// Says why, with instants in UTC.
    package var message: String { message(in: .utc) }

    /// Says why, with instants as the clocks of a zone show them.
    package func message(in zone: ZoneTable) -> String {
        switch self {
        case .badText(let text, let expected):
            "“\(text)” cannot be read: expected \(expected)."
        case .badDate(let text):
            "“\(text)” is not a date between 0001-01-01 and 9999-12-31."
        case .badTime(let text):
            "“\(text)” is not a time of day."
        case .unknownTimeZone(let name):
            "“\(name)” is not a known time zone."
        case .negative(let value):
            "\(value) is below zero."
        case .overflow:
            "The result lies outside the years 1 to 9999."
        case .outsideCalendar(let at):
            "\(at.rfc3339(in: zone)) lies before the first day of the calendar."
        case .beyondHorizon:
            "The result lies past the last day that the calendar computes."
        case .stillPaused(let since):
            "The clock has been paused since \(since.rfc3339(in: zone)), so it has no deadline."
        case .pauseEndsBeforeItBegins(let at):
            "The pause that begins at \(at.rfc3339(in: zone)) ends before it begins."
        case .endBeforeStart(let start, let end):
            "The end, \(end.rfc3339(in: zone)), lies before the start, "
                + "\(start.rfc3339(in: zone))."
        }
    }
}

extension WorkingTimeRefusal: CustomStringConvertible {
    package var description: String { "\(code) \(message)" }
}
