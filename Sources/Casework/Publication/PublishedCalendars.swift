package import WorkingTime

/// Holds every revision of every published calendar.
package struct PublishedCalendars: Sendable {
    /// By name and then by revision.
    private let calendars: [String: [Int: WorkingCalendar]]

    package init(_ calendars: [WorkingCalendar]) {
        self.calendars = calendars.reduce(into: [:]) { byName, calendar in
            byName[calendar.name, default: [:]][calendar.revision] = calendar
        }
    }

    package var names: [String] { calendars.keys.sorted() }

    /// Lists the revisions of a calendar, the newest first.
    package func revisions(of name: String) -> [WorkingCalendar] {
        (calendars[name] ?? [:]).values.sorted { $0.revision > $1.revision }
    }

    /// The calendar as it is now: what new clocks are pinned to.
    package func current(_ name: String) -> WorkingCalendar? {
        calendars[name].flatMap { revisions in revisions.keys.max().flatMap { revisions[$0] } }
    }

    package func calendar(_ name: String, revision: Int) -> WorkingCalendar? {
        calendars[name]?[revision]
    }

    /// Finds `name`, the newest revision, or `name@revision`, which has one way to be written.
    package func calendar(_ text: String) -> WorkingCalendar? {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false).map(String.init)
        switch parts.count {
        case 1: return current(text)
        case 2:
            return Int(parts[1]).flatMap {
                String($0) == parts[1] ? calendar(parts[0], revision: $0) : nil
            }
        default: return nil
        }
    }

    /// The revision and the hours that a clock is pinned to.
    package func calendar(of clock: Clock) -> WorkingCalendar? {
        calendar(clock.calendar, revision: clock.calendarRevision)?.hours(of: clock.hoursOf)
    }

    /// The city's zone: that of its calendar.
    package var zone: ZoneTable { names.first.flatMap { current($0)?.zone } ?? .utc }
}
