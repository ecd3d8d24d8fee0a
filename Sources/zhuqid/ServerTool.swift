import ArgumentParser
import Foundation
import Settings

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
            ShowSettings.self,
        ])

    static func main() async {
        for unknown in UnknownVariable.all(in: ProcessInfo.processInfo.environment) {
            StandardError.write(unknown.words)
        }
        await main(nil)
    }
}

enum ToolVersion {
    static let text = "0.1.0"
}
