import ArgumentParser
import Casework
import CommandText
import Engine
import Languages
import Store
import Workflow

/// Lists what is published.
struct ListWorkflows: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            "list",
            abstract: Label(
                zh: "列出已发布的版本，以及各有多少在办问题。",
                en: "Lists the published versions, and how many issues run on each."),
            discussion: Label(
                zh: """
                    例：
                      zhuqid workflow list
                    """,
                en: """
                    Example:
                      zhuqid workflow list
                    """))
    }

    @OptionGroup var options: DatabaseOptions

    func run() async throws {
        try await withInstallation(options) { composition in
            let running = try await composition.records.issues.runningCounts()
            let definitions = composition.world.value.definitions
            for name in definitions.names {
                for version in definitions.versions(of: name) {
                    let count = running[version.id] ?? 0
                    let label = version.definition.label
                    say(
                        zh: "\(name)@\(version.version)  \(label.zh)  在办 \(count) 件",
                        en: "\(name)@\(version.version)  \(label.en)  "
                            + count.english("running issue"))
                }
            }
        }
    }
}
