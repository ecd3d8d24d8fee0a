import ArgumentParser
import Casework
import CommandText
import Definitions
import Languages
import Workflow

/// Says in words what changes between two workflows.
struct CompareWorkflows: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            "diff",
            abstract: Label(
                zh: "用文字说明两个工作流有哪些不同。",
                en: "Says in words what changes from one workflow to another."),
            discussion: Label(
                zh: """
                    可以是文件、已发布工作流的名称（取最新版本），或 名称@版本。
                    例：
                      zhuqid workflow diff enterprise-assistance \
                      Workflows/enterprise-assistance.yaml
                    """,
                en: """
                    Each is a file, the name of a published workflow (its newest version), or \
                    name@version.
                    Example:
                      zhuqid workflow diff enterprise-assistance \
                      Workflows/enterprise-assistance.yaml
                    """))
    }

    @OptionGroup var options: DatabaseOptions

    @Argument(
        help: ArgumentHelp(
            zh: "原来的工作流。",
            en: "The workflow as it was.", value: ("原工作流", "old")))
    var old: String

    @Argument(
        help: ArgumentHelp(
            zh: "改后的工作流。",
            en: "The workflow as it is to be.", value: ("新工作流", "new")))
    var new: String

    func run() async throws {
        do {
            let before = try await source(old)
            let after = try await source(new)
            let lines = WorkflowComparison.lines(
                before.definition, after.definition, in: CommandLanguage.current)
            say(
                zh: "从 \(before.name) 到 \(after.name)", en: "from \(before.name) to \(after.name)")
            for line in lines { print("  \(line)") }
            say(
                zh: lines.isEmpty ? "含义没有变化" : "\(lines.count) 处变化",
                en: lines.isEmpty ? "nothing changes in meaning" : lines.count.english("change"))
        } catch let faults as DefinitionFaults {
            throw faults.tell()
        }
    }

    private func source(_ text: String) async throws -> WorkflowSource {
        try await WorkflowSource.find(text) { try await options.publishedWorld().definitions }
    }
}
