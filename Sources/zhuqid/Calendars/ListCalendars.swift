import ArgumentParser
import Casework
import CommandText
import Engine
import Languages
import Store
import WorkingTime

/// Lists the revisions of every calendar.
struct ListCalendars: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            "list",
            abstract: Label(
                zh: "列出已发布的修订版，以及各有多少时限在用。",
                en: "Lists the published revisions, and how many clocks run on each."),
            discussion: Label(
                zh: """
                    例：
                      zhuqid calendar list
                    """,
                en: """
                    Example:
                      zhuqid calendar list
                    """))
    }

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
                    let provisional = use?.provisionalCount ?? 0
                    say(
                        zh: "\(name)@\(calendar.revision)  公布至 \(calendar.publishedUntil)  "
                            + "在计时 \(count) 个，其中暂定 \(provisional) 个",
                        en: "\(name)@\(calendar.revision)  published until "
                            + "\(calendar.publishedUntil)  \(count.english("running clock")), "
                            + "\(provisional) provisional")
                }
            }
        }
    }
}
