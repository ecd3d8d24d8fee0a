import ArgumentParser
import CommandText
import Foundation
import Languages
import Settings

/// Prints every setting of both programs, as they are where the command is called.
struct ShowSettings: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            "settings",
            abstract: Label(
                zh: "列出每项设置的现值、来源与默认值。",
                en: "Prints each setting with its value, where that comes from, and its default."),
            discussion: Label(
                zh: """
                    选项优先于环境变量，环境变量优先于 --settings 所指的文件，文件优先于默认值。可能涉密的值不显示。选项与\
                     zhuqid serve 相同；有不允许的值或拼错的变量，以 1 结束。
                    例：
                      zhuqid settings --settings /etc/zhuqi.conf
                    """,
                en: """
                    An option comes before an environment variable, that before the file that \
                    --settings names, that before the default. Values that may be secret are \
                    not shown. The options are those of `zhuqid serve`; ends with 1 where a \
                    value may not be given, or a variable is misspelt.
                    Example:
                      zhuqid settings --settings /etc/zhuqi.conf
                    """))
    }

    @OptionGroup var options: ServeOptions

    func run() async throws {
        let environment = ProcessInfo.processInfo.environment
        let language = CommandLanguage.current
        let values = try options.given().values
        let own = SettingValues(environment: environment)
        let pages = [
            SettingPage(
                title: language("zhuqid：服务端", "zhuqid: the server"), settings: ServerSettings.all,
                values: values, language: language),
            SettingPage(
                title: language("zhuqi：工作人员的工具", "zhuqi: the tool of the staff"),
                settings: StaffSettings.all, values: own, language: language),
        ]
        print(pages.map { $0.lines.joined(separator: "\n") }.joined(separator: "\n\n"))
        let faults = [
            Self.fault { () throws(SettingFault) in try values.check(ServerSettings.all) },
            Self.fault { () throws(SettingFault) in try own.check(StaffSettings.all) },
        ].compactMap(\.self)
        for fault in faults { StandardError.write(fault.words(in: language)) }
        let unknown = UnknownVariable.all(in: environment)
        if !faults.isEmpty || !unknown.isEmpty { throw ExitCode.failure }
    }

    private static func fault(_ body: () throws(SettingFault) -> Void) -> SettingFault? {
        do throws(SettingFault) {
            try body()
            return nil
        } catch {
            return error
        }
    }
}
