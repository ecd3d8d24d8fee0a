import ArgumentParser
import Casework
import Engine
import Languages
import Store
import Workflow

/// Lists what is published.
struct ListWorkflows: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists the published versions, and how many issues run on each.",
        discussion: "Example: zhuqid workflow list")

    @OptionGroup var options: DatabaseOptions

    func run() async throws {
        try await withInstallation(options) { composition in
            let running = try await composition.records.issues.runningCounts()
            let definitions = composition.world.value.definitions
            for name in definitions.names {
                for version in definitions.versions(of: name) {
                    let count = running[version.id] ?? 0
                    print(
                        "\(name)@\(version.version)  \(version.definition.label.zh)  "
                            + "\(count) running \(count == 1 ? "issue" : "issues")")
                }
            }
        }
    }
}
