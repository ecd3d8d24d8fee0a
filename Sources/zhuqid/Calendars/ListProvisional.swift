import ArgumentParser
import Casework
import Engine
import Store
import UseCases
import WorkingTime

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
        try await withInstallation(options) { composition in
            let found = try await ListProvisionalDeadlines(
                composition.records.calendars, in: composition.world.value.calendars
            ).list()
            for (clock, zone) in found.deadlines {
                print(
                    "\(clock.issue) \(clock.kind)\(clock.party.map { " (\($0))" } ?? ""): due "
                        + "\(clock.dueAt.rfc3339(in: zone)) by "
                        + "\(clock.calendar)@\(clock.revision)")
            }
            let count = found.deadlines.count
            print("\(count) provisional \(count == 1 ? "deadline" : "deadlines")")
            for (revision, count) in found.firm {
                print(
                    "\(count) of them would be firm: zhuqid calendar adopt \(revision) --dry-run")
            }
        }
    }
}
