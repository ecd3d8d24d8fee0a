import ArgumentParser
import Auditing
import Casework
import CommandText
import Engine
import Exports
import Foundation
import Store
import UseCases
import WorkingTime

/// Exports the months.
struct Audit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Exports months for those who check them.", subcommands: [ExportMonth.self])
}

/// Writes one month as files that a stranger can recompute.
struct ExportMonth: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Writes a month's issues, clocks, events and metrics as CSV.",
        discussion: """
            The same record gives the same bytes. A month that is not over is exported up to now, \
            and its manifest says so. What a simulated database exports is marked SIMULATED.
            Confidential issues come last, each under a number of its own (BM-), with days for times \
            and without logins: `zhuqi show` tells that number to whoever may see the issue. It is \
            the first sixteen digits of the digest of the event that made the issue confidential.
            Example: zhuqid audit export 2026-10 --output audit/2026-10
            """)

    @OptionGroup var options: DatabaseOptions

    @Argument(help: "The month, YYYY-MM.")
    var month: String

    @Option(help: "The folder to write to; default audit-YYYY-MM.")
    var output: String?

    @Option(help: "The time zone in which the month begins and ends.")
    var timeZone = "Asia/Shanghai"

    @Flag(help: "Overwrites files of another content.")
    var overwrite = false

    func validate() throws {
        do {
            _ = try CalendarMonth(month)
        } catch {
            throw ValidationError("“\(month)” is no month; write it like 2026-10")
        }
    }

    func run() async throws {
        try await withInstallation(options) { composition in
            let installation = try await composition.records.installation.read()
            let now = installation.now(RealTime.now)
            let period = AuditMonth(
                month: try CalendarMonth(month), zone: try ZoneTable(identifier: timeZone),
                until: Instant(microseconds: now.microseconds + 1))
            let folder = output ?? "audit-\(month)"
            let export = UseCases.ExportMonth(
                of: ReadRecord(composition.records), in: composition.world.value,
                isSimulated: installation.isSimulated, tool: "zhuqid \(ToolVersion.text)")
            let files = try await export.write(
                period, to: URL(filePath: folder), existing: overwrite ? .overwritten : .refused)
            for file in files { print("\(folder)/\(file)") }
        }
    }
}
