import ArgumentParser
import CommandText
import Languages

/// Everything about workflows that an institution does beside publishing them.
struct WorkflowCommands: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            "workflow",
            abstract: Label(
                zh: "检查、列出、比较、绘制工作流，让在办问题改用另一版本。",
                en:
                    "Checks, prints, compares and draws workflows, and moves running issues between versions."
            ),
            subcommands: [
                CheckDefinitions.self, ListWorkflows.self, PrintWorkflow.self,
                CompareWorkflows.self,
                DrawWorkflow.self, MoveIssues.self,
            ])
    }
}
