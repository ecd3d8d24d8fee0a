/// One revision of a working calendar: `GET /v1/calendars/{id}`.
package struct CalendarAnswer: Codable, Hashable, Sendable {
    /// Hours of the week, of some units or in some season in place of others.
    package struct Hours: Codable, Hashable, Sendable {
        /// Codes of units; absent: every unit.
        package let units: [String]?
        /// A date, or a day of every year such as `05-01`; absent: since ever.
        package let from: String?
        /// Likewise, included.
        package let until: String?
        /// By weekday, `mon` to `sun`: e.g. `["09:00-12:00", "13:30-17:30"]`.
        package let week: [String: [String]]

        package init(
            units: [String]? = nil, from: String? = nil, until: String? = nil,
            week: [String: [String]]
        ) {
            self.units = units
            self.from = from
            self.until = until
            self.week = week
        }
    }

    package struct Day: Codable, Hashable, Sendable {
        /// A date, or a day of every year such as `12-25`.
        package let date: String
        package let name: LabelAnswer?
        /// The day's own hours; absent: its weekday's, or those of the first day that has some.
        package let hours: [String]?

        package init(date: String, name: LabelAnswer? = nil, hours: [String]? = nil) {
            self.date = date
            self.name = name
            self.hours = hours
        }
    }

    package struct Notice: Codable, Hashable, Sendable {
        package let year: Int
        package let number: String
        package let publishedOn: String?
        /// True where a later notice for the same year replaced it.
        package let isReplaced: Bool

        package init(year: Int, number: String, publishedOn: String?, isReplaced: Bool) {
            self.year = year
            self.number = number
            self.publishedOn = publishedOn
            self.isReplaced = isReplaced
        }
    }

    package let id: String
    package let revision: Int
    package let label: LabelAnswer?
    package let timeZone: String
    package let firstYear: Int
    /// Past this day deadlines are provisional: computed by weekdays and yearly rest days.
    package let publishedUntil: String
    package let isCurrent: Bool
    package let week: Hours
    package let hours: [Hours]
    package let restDays: [Day]
    package let workDays: [Day]
    package let notices: [Notice]

    package init(
        id: String, revision: Int, label: LabelAnswer?, timeZone: String, firstYear: Int,
        publishedUntil: String, isCurrent: Bool, week: Hours, hours: [Hours], restDays: [Day],
        workDays: [Day], notices: [Notice]
    ) {
        self.id = id
        self.revision = revision
        self.label = label
        self.timeZone = timeZone
        self.firstYear = firstYear
        self.publishedUntil = publishedUntil
        self.isCurrent = isCurrent
        self.week = week
        self.hours = hours
        self.restDays = restDays
        self.workDays = workDays
        self.notices = notices
    }
}

/// One line of the list of calendars: every revision, the newest first.
package struct CalendarSummary: Codable, Hashable, Sendable {
    package let id: String
    package let revision: Int
    package let label: LabelAnswer?
    package let timeZone: String
    package let publishedUntil: String
    /// True for the revision that new clocks are pinned to.
    package let isCurrent: Bool

    package init(
        id: String, revision: Int, label: LabelAnswer?, timeZone: String, publishedUntil: String,
        isCurrent: Bool
    ) {
        self.id = id
        self.revision = revision
        self.label = label
        self.timeZone = timeZone
        self.publishedUntil = publishedUntil
        self.isCurrent = isCurrent
    }
}
