import Casework
import Definitions
import Foundation
import Notices
import Testing
import Walking
import Workflow
import WorkingTime

@Suite("The hours of notices")
struct NoticeHoursTests {
    /// 2026: the eve of the national holidays is a Wednesday; Saturday 10 October is worked.
    private let hours = NoticeHours(
        rules: NoticeRules(
            calendar: "cn",
            quiet: .init(wakesAt: 8 * 3600, sleepsAt: 20 * 3600, exceptClasses: ["U"]),
            digest: .init(at: 8 * 3600 + 1800, roles: [.leader]), templates: [:]),
        calendar: DemoWorld.calendar)

    private func at(_ text: String) throws -> Instant { try Instant(rfc3339: text + ":00+08:00") }

    @Test(
        "let notices out in waking hours of working days",
        arguments: [
            ("2026-10-09T07:59", "2026-10-09T08:00"), ("2026-10-09T08:00", "2026-10-09T08:00"),
            ("2026-10-09T19:59", "2026-10-09T19:59"), ("2026-10-09T20:00", "2026-10-10T08:00"),
            ("2026-10-10T12:00", "2026-10-10T12:00"), ("2026-10-10T20:00", "2026-10-12T08:00"),
            ("2026-10-11T12:00", "2026-10-12T08:00"), ("2026-09-30T21:00", "2026-10-08T08:00"),
        ])
    func waking(asked: String, out: String) throws {
        #expect(hours.waking(atOrAfter: try at(asked)) == (try at(out)))
    }

    @Test(
        "send digests on the morning of the next working day",
        arguments: [
            ("2026-10-09T08:29", "2026-10-09T08:30"), ("2026-10-09T08:30", "2026-10-10T08:30"),
            ("2026-10-10T09:00", "2026-10-12T08:30"), ("2026-10-01T09:00", "2026-10-08T08:30"),
        ])
    func digest(asked: String, out: String) throws {
        let found = hours.digest(after: try at(asked))
        #expect(found.at == (try at(out)))
        #expect(found.on.description == out.prefix(10))
    }

    @Test("know what never waits")
    func urgent() {
        #expect(hours.isUrgent("U"))
        #expect(!hours.isUrgent("D"))
        #expect(!hours.isUrgent(nil))
    }

    @Test("take every day for a working day where no calendar is known")
    func withoutCalendar() throws {
        let bare = NoticeHours(rules: .plain, calendar: nil)
        let sunday = try at("2026-10-11T03:00")
        #expect(bare.waking(atOrAfter: sunday) == sunday)
    }
}
