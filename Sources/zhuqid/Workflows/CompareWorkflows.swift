import ArgumentParser
import Casework
import Definitions
import Workflow

/// Says in words what changes between two workflows.
struct CompareWorkflows: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "Says in words what changes from one workflow to another.",
        discussion: """
            Each is a file, the name of a published workflow (its newest version), or name@version.
            Example: zhuqid workflow diff enterprise-assistance Workflows/enterprise-assistance.yaml
            """)

    @OptionGroup var options: DatabaseOptions

    @Argument(help: "The workflow as it was.")
    var old: String

    @Argument(help: "The workflow as it is to be.")
    var new: String

    func run() async throws {
        do {
            let before = try await source(old)
            let after = try await source(new)
            let lines = WorkflowComparison.lines(before.definition, after.definition)
            print("from \(before.name) to \(after.name)")
            for line in lines { print("  \(line)") }
            print(
                lines.isEmpty
                    ? "nothing changes in meaning"
                    : "\(lines.count) \(lines.count == 1 ? "change" : "changes")")
        } catch let faults as DefinitionFaults {
            throw faults.tell()
        }
    }

    private func source(_ text: String) async throws -> WorkflowSource {
        try await WorkflowSource.find(text) { try await options.publishedWorld().definitions }
    }
}
