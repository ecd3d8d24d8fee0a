import Languages

/// What settings are, of all places that may give them: the command line before the environment,
/// that before a file, that before the default.
package struct SettingValues: Sendable {
    package enum Source: Hashable, Sendable {
        case flag, environment
        case file(line: Int)
    }

    private let flags: [String: String]
    private let environment: [String: String]
    private let file: SettingFile?

    /// - Parameters:
    ///   - flags: by the names of settings.
    ///   - environment: an empty variable is one that is not set.
    package init(
        flags: [String: String] = [:], environment: [String: String], file: SettingFile? = nil
    ) {
        self.flags = flags
        self.environment = environment
        self.file = file
    }

    /// What is given, and where; nil where the default holds.
    package func given(_ setting: any DeclaredSetting) -> (text: String, source: Source)? {
        if let text = flags[setting.name] { return (text, .flag) }
        if let text = environment[setting.variable], !text.isEmpty { return (text, .environment) }
        if let entry = file?.entries[setting.variable], !entry.text.isEmpty {
            return (entry.text, .file(line: entry.line))
        }
        return nil
    }

    /// - Throws: `SettingFault.unfit` where what is given may not be.
    package func callAsFunction<Value>(
        _ setting: Setting<Value>
    ) throws(SettingFault) -> Value {
        guard let given = given(setting) else { return setting.standard }
        guard let value = setting.form.parse(given.text) else {
            throw unfit(setting, given.source)
        }
        return value
    }

    /// - Throws: `SettingFault.unfit` for the first of the settings that has what may not be given.
    package func check(_ settings: [any DeclaredSetting]) throws(SettingFault) {
        for setting in settings {
            guard let given = given(setting), !setting.accepts(given.text) else { continue }
            throw unfit(setting, given.source)
        }
    }

    private func unfit(_ setting: any DeclaredSetting, _ source: Source) -> SettingFault {
        let place =
            switch source {
            case .flag: setting.flag ?? setting.name
            case .environment: setting.variable
            case .file(let line): "\(file?.path ?? ""):\(line) \(setting.variable)"
            }
        return .unfit(place: place, bounds: setting.bounds ?? Label(zh: "", en: ""))
    }
}
