import ArgumentParser
import Casework
import CommandText
import Engine
import Languages
import Store
import UseCases
import WorkingTime

/// Lists the deadlines that lie past what is published.
struct ListProvisional: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            "provisional",
            abstract: Label(
                zh: "列出超出已公布日期的期限，近的在前。",
                en: "Lists the deadlines that lie past the published days, the nearest first."),
            discussion: Label(
                zh: """
                    这些期限按星期与每年固定休息日推算；当年安排公布并改用后，可能移动。
                    例：
                      zhuqid calendar provisional
                    """,
                en: """
                    They are computed by weekdays and yearly rest days, and may move when the \
                    days of that year are published and adopted.
                    Example:
                      zhuqid calendar provisional
                    """))
    }

    @OptionGroup var options: DatabaseOptions

    func run() async throws {
        try await withInstallation(options) { composition in
            let found = try await ListProvisionalDeadlines(
                composition.records.calendars, in: composition.world.value.calendars
            ).list()
            let names = ClockNames(composition.world.value)
            for (clock, zone) in found.deadlines {
                let revision = "\(clock.calendar)@\(clock.revision)"
                let due = clock.dueAt.rfc3339(in: zone)
                say(
                    zh: "\(clock.issue) \(names.words(clock.kind, clock.party, in: .zh))："
                        + "\(due) 到期，依 \(revision)",
                    en: "\(clock.issue) \(names.words(clock.kind, clock.party, in: .en)): "
                        + "due \(due) by \(revision)")
            }
            let count = found.deadlines.count
            say(zh: "暂定期限 \(count) 个", en: count.english("provisional deadline"))
            for (revision, count) in found.firm {
                let command = "zhuqid calendar adopt \(revision) --dry-run"
                say(
                    zh: "其中 \(count) 个可以确定：\(command)",
                    en: "\(count) of them would be firm: \(command)")
            }
        }
    }
}
