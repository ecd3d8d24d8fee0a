import ArgumentParser
import CommandText
import Languages
import Settings

/// The options that every command takes.
struct SharedOptions: ParsableArguments {
    @Option(help: ArgumentHelp(StaffSettings.server.meaning, value: ("网址", "url")))
    var server: String?

    @Option(help: ArgumentHelp(StaffSettings.profile.meaning, value: ("名字", "name")))
    var profile: String?

    @Option(help: ArgumentHelp(StaffSettings.language.meaning, value: ("语言", "language")))
    var lang: Language?

    @Flag(
        help: ArgumentHelp(
            zh: "输出服务器的 JSON；出错时在标准错误上也是一个 JSON 文档。",
            en: "Prints the server's JSON; an error is one JSON document on standard error."))
    var json = false

    var outputForm: OutputForm { json ? .programs : .people }

    func language(in environment: Environment) -> Language {
        lang ?? Language(environment: environment.variables)
    }
}
