import ArgumentParser
import Languages
import Settings

/// The options that every command takes.
struct SharedOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            StaffSettings.server.meaning.en, valueName: "url"))
    var server: String?

    @Option(help: ArgumentHelp(StaffSettings.language.meaning.en))
    var lang: Language?

    @Flag(help: "Print the API's JSON instead of text.")
    var json = false

    var outputForm: OutputForm { json ? .programs : .people }

    func language(in environment: Environment) -> Language {
        lang ?? Language(environment: environment.variables)
    }
}
