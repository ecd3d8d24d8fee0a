import Casework
import DatabaseSupport
import Engine
import Foundation
import Store
import UseCases
import WorkingTime

/// Publishes and adopts revisions of the calendar, as an institution does.
enum NextCalendar {
    private static let workDays =
        "work: [2026-01-04, 2026-02-14, 2026-02-28, 2026-05-09, 2026-09-20, 2026-10-10]"
    private static let lastHoliday =
        "      - {name: 国庆节, en: National Day, from: 2026-10-01, to: 2026-10-07}\n"

    /// The calendar with other make-up days in 2026, further rest days, further lines.
    static func text(
        without removed: String? = nil, with added: String? = nil, rest: String? = nil,
        hours: String? = nil
    ) throws -> String {
        let text = try String(
            contentsOf: Checkout.workflows.appending(path: "calendars/cn.yaml"), encoding: .utf8)
        var days = workDays
        if let removed { days = days.replacing(", \(removed)", with: "") }
        if let added { days = days.replacing("]", with: ", \(added)]") }
        var next = text.replacing(workDays, with: days)
        if let rest {
            next = next.replacing(
                lastHoliday,
                with: lastHoliday
                    + "      - {name: 临时放假, en: Day off, from: \(rest), to: \(rest)}\n")
        }
        if let hours {
            next = next.replacing("publishedUntil:", with: "hours: \(hours)\npublishedUntil:")
        }
        guard next != text else { throw TestClusterFault("nothing was changed") }
        return next
    }

    @discardableResult
    static func publish(_ text: String, in fixture: TestFixture) async throws -> [String] {
        var texts = PublishedTexts()
        texts.documents = [("calendar", .init(file: "cn.yaml", source: text))]
        return try await NextVersion.publish(texts, in: fixture)
    }

    static func adopter(
        _ fixture: TestFixture, revision: Int, at instant: String
    ) throws -> AdoptRevision {
        guard case .person(let person) = try fixture.principal("administrator.system") else {
            throw TestClusterFault("no administrator")
        }
        return AdoptRevision(
            CalendarAdoption(calendar: "cn", revision: revision), by: person.id,
            in: fixture.world.value, fixture.records, at: try Instant(rfc3339: instant))
    }
}

extension TestFixture {
    func calendar(revision: Int) throws -> WorkingCalendar {
        guard let calendar = world.value.calendars.calendar("cn", revision: revision) else {
            throw TestClusterFault("no revision \(revision)")
        }
        return calendar
    }

    /// The resolve clock of an issue, the newest if there are several.
    func resolve(_ issue: IssueID) async throws -> Clock {
        guard let clock = try await self.issue(issue).clocks.last(where: { $0.kind == "resolve" })
        else { throw TestClusterFault("no resolve clock") }
        return clock
    }
}

/// Reads a wall time of Shanghai such as `10-19T17:30` of 2026.
func wall(_ text: String) throws -> Instant {
    try Instant(rfc3339: "2026-\(text):00+08:00")
}
