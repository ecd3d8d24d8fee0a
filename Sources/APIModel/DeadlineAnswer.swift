/// Asks one thing about working time: the body of `POST /v1/deadlines`, a line of `zhuqid deadline`.
///
/// Either `start` and `target`: when is it due; or `end` and `before`: when must it begin; or `start`
/// and `end`: how much working time lies between. Times without an offset are in the calendar's zone,
/// a date alone is its 00:00.
package struct DeadlineQuestion: Codable, Hashable, Sendable {
    package struct Limit: Codable, Hashable, Sendable {
        /// A whole number of `unit`, 0 or more.
        package let value: JSONValue
        /// `workingSeconds`, `workingDays`, `clockSeconds`, `calendarDays`, `calendarMonths`.
        package let unit: String
        /// `closeOfBusiness` (default) or `sameTime`, for working days.
        package let ending: String?

        package init(value: JSONValue, unit: String, ending: String? = nil) {
            self.value = value
            self.unit = unit
            self.ending = ending
        }
    }

    /// `name` for the newest revision, or `name@revision`.
    package let calendar: String
    /// The code of the unit whose own hours count; absent: those that hold for the others.
    package let hoursOf: String?
    package let start: String?
    package let end: String?
    package let target: Limit?
    package let before: Limit?
    /// Pairs of begin and end; null for an end that is not known yet.
    package let pauses: [[String?]]?
    package let explain: Bool?

    package init(
        calendar: String, hoursOf: String? = nil, start: String? = nil, end: String? = nil,
        target: Limit? = nil, before: Limit? = nil, pauses: [[String?]]? = nil,
        explain: Bool? = nil
    ) {
        self.calendar = calendar
        self.hoursOf = hoursOf
        self.start = start
        self.end = end
        self.target = target
        self.before = before
        self.pauses = pauses
        self.explain = explain
    }
}

/// Answers a question about working time; what was not asked for is absent.
package struct DeadlineAnswer: Codable, Hashable, Sendable {
    package struct Elapsed: Codable, Hashable, Sendable {
        package let workingSeconds: Int64
        package let workingDays: Int64

        package init(workingSeconds: Int64, workingDays: Int64) {
            self.workingSeconds = workingSeconds
            self.workingDays = workingDays
        }
    }

    /// A stretch of one day of one kind.
    package struct Segment: Codable, Hashable, Sendable {
        package let date: String
        package let from: String
        package let to: String
        /// `work`, `rest` or `pause`.
        package let kind: String
        /// The name under which the day is listed, e.g. 春节.
        package let name: String?
        /// Working seconds up to the end of the segment.
        package let sum: Int64

        package init(
            date: String, from: String, to: String, kind: String, name: String?, sum: Int64
        ) {
            self.date = date
            self.from = from
            self.to = to
            self.kind = kind
            self.name = name
            self.sum = sum
        }
    }

    /// The published revision that was asked, e.g. `cn@2`; absent for calendars of a file.
    package var calendar: String?
    package var due: String?
    /// True where `due` lies past the published calendar.
    package var provisional: Bool?
    /// The latest instant from which the limit is used up by `end`.
    package var at: String?
    package var elapsed: Elapsed?
    package var segments: [Segment]?

    package init() {}
}
