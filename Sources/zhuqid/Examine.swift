import ArgumentParser
import CommandText
import Engine
import Languages
import Store
import UseCases

/// Rebuilds everything from the events and compares.
struct Examine: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            "doctor",
            abstract: Label(
                zh: "由历史重算全部问题与时限，逐一核对：摘要链、待办、在办问题有人能办、编号不缺。",
                en:
                    "Rebuilds every head and clock from its events and compares; checks every digest, that somebody may act on whatever is open, and that no number of a case is missing."
            ),
            discussion: Label(
                zh: """
                    有不符之处，以 1 结束。
                    例：
                      zhuqid doctor
                    """,
                en: """
                    Ends with 1 where anything differs.
                    Example:
                      zhuqid doctor
                    """))
    }

    @OptionGroup var options: DatabaseOptions

    func run() async throws {
        let report = try await withInstallation(options) { composition in
            try await UseCases.Examine(
                composition.records.examination, in: composition.world.value,
                at: try await composition.now()
            ).examine()
        }
        for finding in report.findings { say(finding.words) }
        for note in report.notes { say(zh: "说明：\(note.zh)", en: "note: \(note.en)") }
        say(
            zh: "问题 \(report.issueCount) 件，历史 \(report.eventCount) 笔，"
                + "不符 \(report.findings.count) 处",
            en: "\(report.issueCount) issues, \(report.eventCount) events, "
                + "\(report.findings.count) findings")
        if !report.findings.isEmpty {
            StandardError.write(
                zh: "请勿改动数据库；先备份，再把以上各行交给开发方核对",
                en:
                    "change nothing in the database: make a backup, and show these lines to its makers"
            )
        }
        if !report.findings.isEmpty { throw ExitCode.failure }
    }
}
