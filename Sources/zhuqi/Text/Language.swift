import APIModel
import ArgumentParser
import Settings

/// Names the languages that the tool speaks.
enum Language: String, CaseIterable, Sendable, ExpressibleByArgument {
    case zh, en

    /// Chinese, unless `LANG` asks for English.
    init(environment: [String: String]) {
        self = environment[StaffSettings.language.variable]?.hasPrefix("en") == true ? .en : .zh
    }

    func callAsFunction(_ label: LabelAnswer) -> String { callAsFunction(label.zh, label.en) }

    func callAsFunction(_ zh: String, _ en: String) -> String { self == .zh ? zh : en }

    /// Joins the parts of an enumeration.
    func list(_ parts: [String]) -> String { parts.joined(separator: self("、", ", ")) }
}
