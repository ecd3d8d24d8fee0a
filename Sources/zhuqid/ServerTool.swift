import ArgumentParser

/// The server and the operator's tool.
@main
struct ServerTool: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "zhuqid",
        abstract: "Serves zhuqi (助企), works its alarms and outbox, and looks after its database.",
        version: ToolVersion.text,
        subcommands: [
            Migrate.self, WorkflowCommands.self, CalendarCommands.self, Publish.self, Serve.self,
            DirectoryCommands.self, Token.self, Audit.self, Examine.self, AnswerDeadlines.self,
        ])
}

enum ToolVersion {
    static let text = "0.1.0"
}
