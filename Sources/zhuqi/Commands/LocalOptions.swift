import ArgumentParser
import CommandText
import Languages
import Settings

/// The options of commands that ask no server.
struct LocalOptions: ParsableArguments {
    @Option(help: ArgumentHelp(StaffSettings.language.meaning, value: ("语言", "language")))
    var lang: Language?

    @Flag(
        help: ArgumentHelp(
            zh: "输出 JSON；出错时在标准错误上也是一个 JSON 文档。",
            en: "Prints JSON; an error is one JSON document on standard error."))
    var json = false

    func language(in environment: Environment) -> Language {
        lang ?? Language(environment: environment.variables)
    }

    /// Writes the one or the other: a value for programs, lines for people.
    func write(
        _ value: some Encodable, _ lines: (Language) -> [String], in environment: Environment
    ) throws {
        let console = Console.live(environment)
        guard json else { return console.write(lines: lines(language(in: environment))) }
        console.write(try PrettyJSON.text(value))
    }
}
