import ArgumentParser
import CommandText
import Languages
import Settings

/// Options of the command line that are settings. They take text: what may be given is judged in one
/// place, wherever it comes from.
protocol SettingOptions: ParsableArguments {
    /// By the names of settings; nil where the option is not given.
    var flags: [String: String?] { get }
}

extension ArgumentHelp {
    /// What a setting means, what may be given, what holds otherwise and which variable gives it.
    init(_ setting: any DeclaredSetting) {
        self.init(
            Label { language in
                let notes: [String?] = [
                    setting.bounds?.text(in: language),
                    setting.standardText.map { language("默认 \($0)", "default: \($0)") },
                    language("或 \(setting.variable)", "or \(setting.variable)"),
                ]
                let meaning = setting.meaning.text(in: language)
                let rest = notes.compactMap(\.self).joined(separator: language("；", "; "))
                return language("\(meaning)（\(rest)）", "\(meaning) (\(rest))")
            }, value: ("值", "value"))
    }
}

extension Option where Value == String? {
    init<Meant>(_ setting: Setting<Meant>) {
        self.init(name: .customLong(setting.name), help: ArgumentHelp(setting))
    }
}

extension Option where Value == [String] {
    /// May be repeated.
    init(_ setting: Setting<[String]>) {
        self.init(
            wrappedValue: [], name: .customLong(setting.name), help: ArgumentHelp(setting))
    }
}

extension Flag where Value == Bool? {
    init(_ setting: Setting<Bool>) {
        self.init(
            name: .customLong(setting.name), inversion: .prefixedNo, help: ArgumentHelp(setting))
    }
}
