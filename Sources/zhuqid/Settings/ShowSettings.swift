import ArgumentParser
import Foundation
import Languages
import Settings

/// Prints every setting of both programs, as they are where the command is called.
struct ShowSettings: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "settings",
        abstract: "Prints each setting with its value, where that comes from, and its default.",
        discussion: """
            An option comes before an environment variable, that before the file that --settings \
            names, that before the default. Values that may be secret are not shown. The options are \
            those of `zhuqid serve`; ends with 1 where a value may not be given, or a variable is \
            misspelt. It is printed in Chinese, or in English where LANG asks for that.
            Example: zhuqid settings --settings /etc/zhuqi.conf
            """)

    @OptionGroup var options: ServeOptions

    func run() async throws {
        let environment = ProcessInfo.processInfo.environment
        let language = Language(environment: environment)
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
        for fault in faults { StandardError.write("\(fault)") }
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
