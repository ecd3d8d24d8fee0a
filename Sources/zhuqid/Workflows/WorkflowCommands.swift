import ArgumentParser

/// Everything about workflows that an institution does beside publishing them.
struct WorkflowCommands: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "workflow",
        abstract:
            "Checks, prints, compares and draws workflows, and moves running issues between versions.",
        subcommands: [
            CheckDefinitions.self, ListWorkflows.self, PrintWorkflow.self, CompareWorkflows.self,
            DrawWorkflow.self, MoveIssues.self,
        ])
}
