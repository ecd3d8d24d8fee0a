import ArgumentParser
import CommandText
import Languages

/// Works on the directory: units, officers, enterprises, pairings.
struct DirectoryCommands: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            "directory",
            abstract: Label(
                zh: "以 CSV 导入、导出组织机构，在人员之间移交。",
                en: "Imports and exports the directory as CSV, and hands over between officers."),
            subcommands: [
                ImportDirectory.self, ExportDirectory.self, HandOver.self,
            ])
    }
}
