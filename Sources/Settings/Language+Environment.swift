package import Languages

extension Language {
    /// Chinese, unless what is set first asks for English: the language itself, else the locale.
    package init(environment: [String: String]) {
        let settings: [any DeclaredSetting] = [
            StaffSettings.language, StaffSettings.localeOfAll, StaffSettings.localeOfMessages,
            StaffSettings.locale,
        ]
        let values = SettingValues(environment: environment)
        let asked = settings.lazy.compactMap { values.given($0)?.text }.first
        self = asked?.hasPrefix("en") == true ? .en : .zh
    }
}
