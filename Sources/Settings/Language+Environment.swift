package import Languages

extension Language {
    /// Chinese, unless `LANG` asks for English.
    package init(environment: [String: String]) {
        self = environment[StaffSettings.language.variable]?.hasPrefix("en") == true ? .en : .zh
    }
}
