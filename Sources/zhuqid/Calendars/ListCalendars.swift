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
        try await withInstallation(options) { composition in
            let uses = try await composition.records.calendars.revisionUses()
            let calendars = composition.world.value.calendars
            for name in calendars.names {
                for calendar in calendars.revisions(of: name).reversed() {
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
        }
    }
}
