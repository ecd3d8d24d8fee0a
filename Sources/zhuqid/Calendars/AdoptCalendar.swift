import ArgumentParser
import CommandText
import Engine
import Languages
import Store
import UseCases

/// Pins running clocks to a later revision of their calendar.
struct AdoptCalendar: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            "adopt",
            abstract: Label(
                zh: "让在办问题的时限改用某一修订版的工作日历，并列出变化。",
                en: "Moves running clocks to a revision of their calendar, and says what changes."),
            discussion: Label(
                zh: """
                    逐一列出移动的期限，以及哪些因此超期、哪些因此不再超期。每件问题记一笔历史；原期限保留，已经超期的仍然算超期。期限移动的，告知承办人。中断后\
                    再次运行，接着办。
                    例：
                      zhuqid calendar adopt cn@2 --dry-run
                      zhuqid calendar adopt 2
                    """,
                en: """
                    Every deadline that moves is listed, with what becomes late or is saved. \
                    Each issue gets an event; original deadlines stay, and a breach stays a \
                    fact. Whoever handles an issue whose deadline moved is told. Started again, \
                    it goes on where it was.
                    Example:
                      zhuqid calendar adopt cn@2 --dry-run
                      zhuqid calendar adopt 2
                    """))
    }

    @OptionGroup var options: AdministrationOptions

    @Argument(
        help: ArgumentHelp(
            zh: "修订版：cn@2；只发布了一部日历时可写 2。",
            en: "The revision: cn@2, or 2 where only one calendar is published.",
            value: ("修订版", "revision")))
    var revision: String

    func run() async throws {
        let (report, name) = try await options.administer { composition, batcher in
            let adopting = try await adopting(composition)
            if batcher != nil {
                try await adopting.waitForServers {
                    StandardError.write(
                        zh: "稍等几秒，待服务端读到 \(adopting.name)",
                        en: "waiting a few seconds, until servers know \(adopting.name)")
                }
            }
            let report = try await adopting.run(
                through: batcher,
                telling: MassChangeText(
                    in: composition.world.value, zone: adopting.zone
                ).write)
            return (report, adopting.name)
        }
        sumUp(report, name)
        if !report.unchanged.isEmpty { throw ExitCode(EndingStatus.partly.rawValue) }
    }

    private func adopting(_ composition: Composition) async throws -> AdoptRevision {
        do {
            return try AdoptRevision(
                revision, by: options.by, in: composition.world.value, composition.records,
                at: try await composition.now())
        } catch AdoptionFault.notPublished(let known) {
            throw ValidationError(
                zh: "没有发布修订版“\(revision)”；已发布：\(known.joined(separator: "、"))",
                en: "no revision \(revision) is published; published: "
                    + known.joined(separator: ", "))
        }
    }

    private func sumUp(_ report: MassChangeReport, _ name: String) {
        let late = report.deadlines.count { $0.becomesOverdue }
        let saved = report.deadlines.count { $0.isSaved }
        say(
            zh: "\(options.dryRun ? "将有" : "已有") \(report.changedCount) 件改用 \(name)，"
                + "\(report.unchanged.count) 件不变；期限移动 \(report.deadlines.count) 个，"
                + "因此超期 \(late) 个，不再超期 \(saved) 个，不再是暂定 \(report.firmCount) 个",
            en: "\(report.changedCount.english("issue")) "
                + "\(options.dryRun ? "would adopt" : "adopted") "
                + "\(name), \(report.unchanged.count) stay; "
                + "deadlines that move: \(report.deadlines.count); become late: \(late); "
                + "saved: \(saved); no longer provisional: \(report.firmCount)")
    }
}
