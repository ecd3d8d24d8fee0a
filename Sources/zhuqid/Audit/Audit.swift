import ArgumentParser
import CommandText
import Languages

/// Exports the months, and keeps the key that seals them.
struct Audit: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            "audit",
            abstract: Label(
                zh: "按月导出，供审计核对；保管封存密钥。",
                en: "Exports months for those who check them; keeps the key that seals them."),
            subcommands: [ExportMonth.self, AuditKey.self])
    }
}
