import ArgumentParser
import CommandText
import Settings

/// The options of commands about filters that are kept.
struct ContextOptions: ParsableArguments {
    @Option(help: ArgumentHelp(StaffSettings.profile.meaning, value: ("名字", "name")))
    var profile: String?

    @OptionGroup(title: OptionTitle.common) var local: LocalOptions

    func store() throws(StaffError) -> ContextStore {
        let environment = Environment.current
        let directory = environment.configurationDirectory
        let profile = try ProfileStore(directory: directory).chosen(
            option: profile, environment: environment)
        return ContextStore(directory: directory, profile: profile)
    }
}
