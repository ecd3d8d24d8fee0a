import ArgumentParser

/// Works on the directory: units, officers, enterprises, pairings.
struct DirectoryCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "directory",
        abstract: "Imports and exports the directory as CSV, and hands over between officers.",
        subcommands: [ImportDirectory.self, ExportDirectory.self, HandOver.self])
}
