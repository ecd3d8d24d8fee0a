import ArgumentParser
import Engine
import Store
import UseCases

/// Rebuilds everything from the events and compares.
struct Examine: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract:
            "Rebuilds every head and clock from its events and compares; checks every digest, "
            + "that somebody may act on whatever is open, and that no number of a case is missing.",
        discussion: "Ends with 1 where anything differs.\nExample: zhuqid doctor")

    @OptionGroup var options: DatabaseOptions

    func run() async throws {
        let report = try await withInstallation(options) { composition in
            try await UseCases.Examine(
                composition.records.examination, in: composition.world.value,
                at: try await composition.now()
            ).examine()
        }
        for finding in report.findings { print(finding) }
        for note in report.notes { print("note: \(note)") }
        print(
            "\(report.issueCount) issues, \(report.eventCount) events, "
                + "\(report.findings.count) findings")
        if !report.findings.isEmpty { throw ExitCode.failure }
    }
}
