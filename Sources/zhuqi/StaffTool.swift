import ArgumentParser
import CommandText
import Languages
import Settings

/// The staff's command-line tool.
@main
struct StaffTool: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            "zhuqi",
            abstract: Label(
                zh: "助企：办理企业的问题。", en: "Works the issues of enterprises."),
            discussion: Label(
                zh: """
                    先运行 zhuqi login，再运行 zhuqi queue。语言依 --lang、\
                    \(StaffSettings.language.variable) 与区域设置，不是英文即为中文。

                    环境变量：\(StaffSettings.server.variable)、\(StaffSettings.token.variable)、\
                    \(StaffSettings.profile.variable)、\(StaffSettings.language.variable)；设置 \
                    \(StaffSettings.noColour.variable) 则不用颜色。终端上放不下的经 \
                    \(StaffSettings.pager.variable) 或 less 分页，--no-pager 则不分页。

                    结束状态：
                    \(statuses(in: .zh))

                    例：
                      zhuqi login && zhuqi queue
                    """,
                en: """
                    Begin with zhuqi login, then zhuqi queue. The language is that of --lang, \
                    \(StaffSettings.language.variable) or the locale: Chinese unless it is English.

                    Environment: \(StaffSettings.server.variable), \(StaffSettings.token.variable), \
                    \(StaffSettings.profile.variable), \(StaffSettings.language.variable); \
                    \(StaffSettings.noColour.variable) turns colours off. What a terminal can't \
                    hold goes through \(StaffSettings.pager.variable) or less, but for --no-pager.

                    Ends with:
                    \(statuses(in: .en))

                    Example:
                      zhuqi login && zhuqi queue
                    """),
            version: ToolVersion.text,
            subcommands: [
                LoginCommand.self, QueueCommand.self, ShowCommand.self, DoCommand.self,
                FileCommand.self, DraftCommand.self, SearchCommand.self, WaitCommand.self,
                HistoryCommand.self, ExplainCommand.self, OfficersCommand.self,
                RouteCommand.self, CommonCommand.self, VisitCommand.self, PairingCommand.self,
                AbsenceCommand.self, SubscribeCommand.self, SummaryCommand.self, LogoutCommand.self,
                ContextCommand.self, ProfileCommand.self,
            ])
    }

    private static func statuses(in language: Language) -> String {
        EndingStatus.allCases.map { "  \($0.rawValue)  \($0.meaning.text(in: language))" }
            .joined(separator: "\n")
    }

    static func main() async {
        await Invocation(arguments: CommandLine.arguments, environment: .current).run()
    }
}
