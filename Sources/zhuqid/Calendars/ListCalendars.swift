import ArgumentParser
import Casework
import Engine
import Store
import WorkingTime

/// Lists the revisions of every calendar.
struct ListCalendars: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists the published revisions, and how many clocks run on each.",
        discussion: "Example: zhuqid calendar list")

    @OptionGroup var options: DatabaseOptions

    func run() async throws {
        let house = try await House(options, poolSize: 2, linkKey: nil, ToolLogger.make())
        let uses = try await house.store.revisionUses()
        let world = house.world.value
        for name in world.calendarNames {
            for calendar in world.calendars(named: name).reversed() {
                let use = uses.first {
                    $0.calendar == name && $0.revision == calendar.revision
                }
                let count = use?.runningCount ?? 0
                print(
                    "\(name)@\(calendar.revision)  published until \(calendar.publishedUntil)  "
                        + "\(count) running \(count == 1 ? "clock" : "clocks"), "
                        + "\(use?.provisionalCount ?? 0) provisional")
            }
        }
        await house.close()
    }
}

/// Lists the deadlines that lie past what is published.
struct ListProvisional: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "provisional",
        abstract: "Lists the deadlines that lie past the published days, the nearest first.",
        discussion: """
            They are computed by weekdays and yearly rest days, and may move when the days of that \
            year are published and adopted.
            Example: zhuqid calendar provisional
            """)

    @OptionGroup var options: DatabaseOptions

    func run() async throws {
        let house = try await House(options, poolSize: 2, linkKey: nil, ToolLogger.make())
        let clocks = try await house.store.provisionalClocks()
        let world = house.world.value
        for clock in clocks {
            let zone = world.calendar(clock.calendar, revision: clock.revision)?.zone ?? .utc
            print(
                "\(clock.issue) \(clock.kind)\(clock.party.map { " (\($0))" } ?? ""): due "
                    + "\(clock.dueAt.rfc3339(in: zone)) by \(clock.calendar)@\(clock.revision)")
        }
        print("\(clocks.count) provisional \(clocks.count == 1 ? "deadline" : "deadlines")")
        for name in Set(clocks.map(\.calendar)).sorted() {
            guard let newest = world.currentCalendar(name) else { continue }
            let firm = clocks.count {
                $0.calendar == name && $0.revision < newest.revision
                    && !newest.isProvisional($0.dueAt)
            }
            guard firm > 0 else { continue }
            print(
                "\(firm) of them would be firm: zhuqid calendar adopt \(name)@\(newest.revision) "
                    + "--dry-run")
        }
        await house.close()
    }
}
