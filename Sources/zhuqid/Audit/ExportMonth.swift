import ArgumentParser
import CommandText
import Definitions
import Engine
import Exports
import Foundation
import Languages
import Store
import UseCases
import WorkingTime

/// Writes one month as files that a stranger can recompute.
struct ExportMonth: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            "export",
            abstract: Label(
                zh: "导出一个月的事项、时限、办理记录和指标。",
                en: "Writes a month's issues, clocks, events and metrics."),
            discussion: Label(
                zh: """
                    同一记录，每次导出逐字节相同。文件夹一次成形：中断、磁盘已满时什么也不留下。
                    未结束的月份不导出；加 --provisional 可先看，文件名和首行都注明 PROVISIONAL。
                    演示系统导出的都注明 SIMULATED。
                    保密件排在最后，只有自己的编号（BM-），时间只到日，不写账号；有权看该件的人用 zhuqi show \
                    可以看到这个编号，它是使该件保密的那条记录摘要的前十六位。
                    例：
                      zhuqid audit export 2026-10 --output audit/2026-10
                    """,
                en: """
                    The same record gives the same bytes. The folder appears whole: a signal or a full \
                    disk leaves nothing behind. A month that is not over is refused; --provisional \
                    exports it up to now, and every file's name and first line say PROVISIONAL. What a \
                    simulated database exports is marked SIMULATED.
                    Confidential issues come last, each under a number of its own (BM-), with days for \
                    times and without logins: `zhuqi show` tells that number to whoever may see the \
                    issue. It is the first sixteen digits of the digest of the event that made the \
                    issue confidential.
                    Example:
                      zhuqid audit export 2026-10 --output audit/2026-10
                    """))
    }

    @OptionGroup var options: DatabaseOptions

    @Argument(
        help: ArgumentHelp(
            zh: "月份，YYYY-MM。", en: "The month, YYYY-MM.", value: ("月份", "month")))
    var month: String

    @Option(
        help: ArgumentHelp(
            zh: "写到哪个文件夹；默认 audit-YYYY-MM。",
            en: "The folder to write to; default audit-YYYY-MM.", value: ("文件夹", "folder")))
    var output: String?

    @Option(
        help: ArgumentHelp(
            zh: "月份起止所在的时区。",
            en: "The time zone in which the month begins and ends.", value: ("时区", "time-zone")))
    var timeZone = "Asia/Shanghai"

    @Flag(
        help: ArgumentHelp(
            zh: "已有内容不同的导出时，以新的整体替换。", en: "Replaces another export of that name as a whole."))
    var overwrite = false

    @Flag(
        help: ArgumentHelp(
            zh: "导出未结束的月份，截至现在。", en: "Exports a month that is not over, up to now."))
    var provisional = false

    func validate() throws {
        do {
            _ = try CalendarMonth(month)
        } catch {
            throw ValidationError(
                zh: "“\(month)”不是月份，应写成 2026-10 的样子",
                en: "“\(month)” is no month; write it like 2026-10")
        }
    }

    func run() async throws {
        do {
            try await Interruptible.run { try await export() }
        } catch let fault as ExportFault {
            StandardError.write("\(fault.code) \(fault.label.text(in: CommandLanguage.current))")
            throw ExitCode.failure
        } catch is CancellationError {
            StandardError.write(
                CommandLanguage.current("已中断，没有留下任何文件", "interrupted; nothing was left behind"))
            throw ExitCode(EndingStatus.interrupted.rawValue)
        }
    }

    private func export() async throws {
        try await withInstallation(options) { composition in
            let wish = UseCases.ExportMonth.Wish(
                month: try CalendarMonth(month), zone: try ZoneTable(identifier: timeZone),
                allowsUnfinished: provisional)
            let folder = output ?? "audit-\(month)"
            let export = UseCases.ExportMonth(
                of: composition.records.snapshots, by: .yaml, tool: "zhuqid \(ToolVersion.text)")
            let files = try await export.write(
                wish, at: RealTime.now, to: URL(filePath: folder),
                existing: overwrite ? .overwritten : .refused)
            for file in files { print("\(folder)/\(file)") }
        }
    }
}
