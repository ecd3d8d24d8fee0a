import ArgumentParser
import CommandText
import Foundation
import Languages
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
        let environment = ProcessInfo.processInfo.environment
        for unknown in UnknownVariable.all(in: environment) {
            StandardError.write(unknown.words)
        }
        let language = CommandLanguage.chosen(
            arguments: Array(CommandLine.arguments.dropFirst()), environment: environment)
        await CommandLanguage.$current.withValue(language) { await runWhatIsAsked() }
    }

    private static func runWhatIsAsked() async {
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            end(with: error)
        }
    }

    /// A command line that can't be read ends as it does in the staff's tool.
    private static func end(with error: any Error) -> Never {
        guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
        let text = UsageText(message(for: error), whole: fullMessage(for: error))
        let language = CommandLanguage.current
        for line in [text.message(in: language)] + text.hints(in: language) {
            StandardError.write(line)
        }
        Foundation.exit(EndingStatus.usage.rawValue)
    }
}
