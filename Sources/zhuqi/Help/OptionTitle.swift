import CommandText
import Languages

/// What groups of options are called in the language of the command line.
enum OptionTitle {
    static var common: String { CommandLanguage.current("通用选项", "Common options") }
    static var filters: String { CommandLanguage.current("筛选", "Filters") }
    static var forms: String { CommandLanguage.current("程序用的输出", "Output for programs") }
    static var fields: String { CommandLanguage.current("字段", "Fields") }
}
