import APIModel
import ArgumentParser
import Languages
import Settings

extension Language: ExpressibleByArgument {}

extension Language {
    /// Chinese, unless `LANG` asks for English.
    init(environment: [String: String]) {
        self = environment[StaffSettings.language.variable]?.hasPrefix("en") == true ? .en : .zh
    }

    func callAsFunction(_ label: LabelAnswer) -> String { self(label.zh, label.en) }
}
