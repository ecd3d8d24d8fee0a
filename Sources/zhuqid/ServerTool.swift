import ArgumentParser
import CommandText
import Foundation
import Languages
import Settings

/// The server and the operator's tool.
@main
struct ServerTool: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            "zhuqid",
            abstract: Label(
                zh: "助企的服务端与运维工具：提供服务，按时提醒与发送，维护数据库。",
                en: "Serves zhuqi, works its alarms and outbox, and looks after its database."),
            discussion: Label(
                zh: "语言依区域设置（LANG），不是英文即为中文。",
                en: "The language is that of the locale (LANG): Chinese unless it is English."),
            version: ToolVersion.text,
            subcommands: [
                Migrate.self, WorkflowCommands.self, CalendarCommands.self, Publish.self,
                Serve.self, DirectoryCommands.self, Token.self, Audit.self, Examine.self,
                AnswerDeadlines.self, ShowSettings.self,
            ])
    }

    static func main() async {
        let environment = ProcessInfo.processInfo.environment
        // No option says it: `workflow draw --language` is about the picture.
        let language = Language(environment: environment)
        for unknown in UnknownVariable.all(in: environment) {
            StandardError.write(unknown.words(in: language))
        }
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

    /// Ends as the staff's tool does: with its words, and its numbers.
    private static func end(with error: any Error) -> Never {
        if let code = error as? ExitCode { Foundation.exit(code.rawValue) }
        switch exitCode(for: error) {
        case .success: tellHelp(error)
        case .validationFailure: tellUsage(error)
        default:
            let ending = ToolFailure(error)
            StandardError.write(ending.words)
            Foundation.exit(ending.status.rawValue)
        }
    }

    /// Help in the tool's own form; whatever else the parser answers, such as completion, as it is.
    private static func tellHelp(_ error: any Error) -> Never {
        let message = fullMessage(for: error)
        let arguments = Array(CommandLine.arguments.dropFirst())
        do {
            guard message.hasPrefix("OVERVIEW:") else { exit(withError: error) }
            let found = try CommandTree.of(Self.self).found(by: arguments)
            let page = HelpPage(
                command: found.command, path: found.path, language: CommandLanguage.current,
                width: 80, version: Label(zh: "显示版本。", en: "Shows the version."))
            print(page.lines.joined(separator: "\n"))
            Foundation.exit(EndingStatus.done.rawValue)
        } catch {
            print(message)
            Foundation.exit(EndingStatus.done.rawValue)
        }
    }

    private static func tellUsage(_ error: any Error) -> Never {
        let text = UsageText(message(for: error), whole: fullMessage(for: error))
        let language = CommandLanguage.current
        for line in [text.message(in: language)] + text.hints(in: language) {
            StandardError.write(line)
        }
        Foundation.exit(EndingStatus.usage.rawValue)
    }
}
