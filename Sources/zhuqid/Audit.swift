import ArgumentParser

/// Exports the months.
struct Audit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Exports months for those who check them.", subcommands: [])
}
