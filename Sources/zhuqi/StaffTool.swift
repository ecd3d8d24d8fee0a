import ArgumentParser
import Settings

/// The staff's command-line tool.
@main
struct StaffTool: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "zhuqi",
        abstract: "Work the issues of enterprises: queues, sheets, actions (助企 · 问题办理).",
        discussion: """
            Ends with 0 when done, 1 when the server refused, 2 when the command line is wrong or \
            incomplete, 3 when no server could be used or nobody is signed in.

            Environment: \(StaffSettings.server.variable), \(StaffSettings.token.variable); \
            \(StaffSettings.noColour.variable) turns colours off.

            Example:
              zhuqi login && zhuqi queue
            """,
        subcommands: [
            LoginCommand.self, QueueCommand.self, ShowCommand.self, DoCommand.self,
            HistoryCommand.self, ExplainCommand.self, OfficersCommand.self, RouteCommand.self,
            CommonCommand.self, AwayCommand.self,
            LogoutCommand.self,
        ])

    static func main() async {
        await Invocation(arguments: CommandLine.arguments, environment: .current).run()
    }
}
