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

    @Option(
        help: ArgumentHelp(
            zh: "最多等多久，如 30s、5m、1h30m；等不到即以 124 结束。",
            en: "How long to wait at most, e.g. 30s, 5m, 1h30m; ends with 124 when that passes.",
            value: ("时间", "time")))
    var timeout: TimeSpan?

    @Flag(
        help: ArgumentHelp(
            zh: "在终端上直接输出，不分页。", en: "Writes long output to the terminal without a pager."))
    var noPager = false

    var outputForm: OutputForm { json ? .programs : .people }

    /// Counted from now.
    var deadline: ContinuousClock.Instant? { timeout.map { .now + $0.duration } }

    func language(in environment: Environment) -> Language {
        lang ?? Language(environment: environment.variables)
    }
}
