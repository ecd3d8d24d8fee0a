import ArgumentParser

/// The options that every command takes.
struct SharedOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The server's address; otherwise ZHUQI_SERVER, else that of the last login.",
            valueName: "url"))
    var server: String?

    @Option(help: "The language of the output: zh or en; otherwise LANG decides.")
    var lang: Language?

    @Flag(help: "Print the API's JSON instead of text.")
    var json = false

    var outputForm: OutputForm { json ? .programs : .people }

    func language(in surroundings: Surroundings) -> Language {
        lang ?? Language(environment: surroundings.environment)
    }
}
