import ArgumentParser
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
        let notes: [String?] = [
            setting.bounds.map(\.en), setting.standardText.map { "default: \($0)" },
            "or \(setting.variable)",
        ]
        self.init(
            "\(setting.meaning.en) (\(notes.compactMap(\.self).joined(separator: "; ")))",
            valueName: "value")
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
