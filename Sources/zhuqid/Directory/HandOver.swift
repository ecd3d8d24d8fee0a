import ArgumentParser
import Casework
import CommandText
import Engine
import Languages
import Store
import UseCases

/// Hands everything of one officer that is open or may be reopened to another.
struct HandOver: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            "handover",
            abstract: Label(
                zh: "把一人名下的问题连同包联移交另一人。",
                en: "Hands everything open of one officer to another, pairings included."),
            discussion: Label(
                zh: """
                    已办结而可能重办的一并移交。每件记一笔历史，在办的告知接手人。投诉接手人所在单位的不移交，并说明原因。角色与值班不随之移交：请按日期导入。中\
                    断后再次运行，接着办。
                    例：
                      zhuqid directory handover --from officer1 --to officer2 --reason 岗位调\
                      整 --dry-run
                    """,
                en: """
                    What has ended and may be reopened goes with it. Each issue gets an event; \
                    the receiver is told of what is open. What complains about the receiver's \
                    unit stays, with the reason. Grants and duties stay: import them with their \
                    dates. Started again, it goes on where it was.
                    Example:
                      zhuqid directory handover --from officer1 --to officer2 --reason 岗位调\
                      整 --dry-run
                    """))
    }

    @OptionGroup var options: AdministrationOptions

    @Option(
        help: ArgumentHelp(
            zh: "移交人的账号。", en: "The login of the officer who leaves.",
            value: ("账号", "login")))
    var from: String

    @Option(
        help: ArgumentHelp(
            zh: "接手人的账号。", en: "The login of the officer who takes over.",
            value: ("账号", "login")))
    var to: String

    @Option(
        help: ArgumentHelp(
            zh: "原因，写入每件的历史。", en: "Why: it stands in each history.",
            value: ("原因", "reason")))
    var reason: String

    func run() async throws {
        guard from != to else {
            throw ValidationError(
                zh: "--from 与 --to 是同一人", en: "--from and --to are the same")
        }
        guard (1...500).contains(reason.count) else {
            throw ValidationError(
                zh: "--reason：须为 1 至 500 字", en: "--reason: 1 to 500 characters")
        }
        let (report, pairings) = try await options.administer { composition, batcher in
            let handingOver = try await handingOver(composition)
            let report = try await handingOver.run(
                through: batcher,
                telling: MassChangeText(
                    in: composition.world.value, zone: composition.world.value.calendars.zone
                ).write)
            let pairings =
                batcher == nil
                ? nil
                : try await handingOver.movePairings(through: composition.directoryTransactions)
            return (report, pairings)
        }
        say(
            zh: "\(options.dryRun ? "将由" : "已由") \(from) 移交 \(to)：\(report.changedCount) 件，"
                + "留下 \(report.unchanged.count) 件\(pairings.map { "；包联 \($0) 项" } ?? "")",
            en: "\(report.changedCount.english("issue")) "
                + "\(options.dryRun ? "would go" : "went") from \(from) to \(to), "
                + "\(report.unchanged.count) stay\(pairings.map { "; pairings: \($0)" } ?? "")")
        if !report.unchanged.isEmpty { throw ExitCode(EndingStatus.partly.rawValue) }
    }

    private func handingOver(_ composition: Composition) async throws -> HandOverIssues {
        do {
            return try HandOverIssues(
                from: from, to: to, reason: reason, by: options.by, in: composition.world.value,
                composition.records,
                at: try await composition.now())
        } catch HandoverFault.nobodyLeaves(let login) {
            throw ValidationError(
                zh: "--from：没有账号“\(login)”", en: "--from: nobody has the login \(login)")
        } catch HandoverFault.nobodyTakesOver(let login) {
            throw ValidationError(
                zh: "--to：没有账号“\(login)”", en: "--to: nobody has the login \(login)")
        }
    }
}
