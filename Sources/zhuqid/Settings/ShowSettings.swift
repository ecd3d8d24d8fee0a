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
            misspelt.
            Example: zhuqid settings --settings /etc/zhuqi.conf
            """)

    @OptionGroup var options: ServeOptions

    func run() async throws {
        let values = try options.given().values
        print("# zhuqid")
        for setting in ServerSettings.all { tell(setting, in: values) }
        print("# zhuqi")
        let own = SettingValues(environment: ProcessInfo.processInfo.environment)
        for setting in StaffSettings.all { tell(setting, in: own) }
        let faults = [
            Self.fault { () throws(SettingFault) in try values.check(ServerSettings.all) },
            Self.fault { () throws(SettingFault) in try own.check(StaffSettings.all) },
        ].compactMap(\.self)
        for fault in faults { StandardError.write("\(fault)") }
        let unknown = UnknownVariable.all(in: ProcessInfo.processInfo.environment)
        if !faults.isEmpty || !unknown.isEmpty { throw ExitCode.failure }
    }

    private func tell(_ setting: any DeclaredSetting, in values: SettingValues) {
        let line = SettingLine(setting, in: values)
        print(line.text)
        print("    \(line.meaning)")
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

/// One setting in words.
struct SettingLine {
    private let setting: any DeclaredSetting
    private let given: (text: String, source: SettingValues.Source)?

    init(_ setting: any DeclaredSetting, in values: SettingValues) {
        self.setting = setting
        given = values.given(setting)
    }

    /// Name, value, source and default.
    var text: String {
        let standard = setting.standardText ?? "—"
        return "\(setting.name) = \(value)  ← \(source)  （默认 default: \(standard)）"
    }

    var meaning: String {
        let bounds = setting.bounds
        let names = [setting.flag, setting.variable].compactMap(\.self).joined(separator: ", ")
        return setting.meaning.zh + (bounds.map { "（\($0.zh)）" } ?? "") + " "
            + setting.meaning.en + (bounds.map { " (\($0.en))" } ?? "") + " [\(names)]"
    }

    private var value: String {
        guard let given else { return setting.standardText ?? "—" }
        guard setting.isSecret else { return given.text }
        return "（已设置，不显示 set, not shown）"
    }

    private var source: String {
        switch given?.source {
        case .flag?: "选项 flag \(setting.flag ?? "")"
        case .environment?: "环境变量 environment \(setting.variable)"
        case .file(let line)?: "文件 file, line \(line)"
        case nil: "默认 default"
        }
    }
}
