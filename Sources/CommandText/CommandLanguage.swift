package import Languages
import Settings

/// Says in which language help, usage and the checks of a command line are worded.
///
/// The parser makes these texts by itself, so that they can't be handed the language.
package enum CommandLanguage {
    @TaskLocal package static var current: Language = .zh

    /// What the command line asks for, else the environment; read before the parser reads anything, so
    /// that what it says is in the language, too.
    package static func chosen(
        arguments: [String], environment: [String: String]
    ) -> Language {
        asked(by: arguments) ?? Language(environment: environment)
    }

    private static func asked(by arguments: [String]) -> Language? {
        let own = Array(arguments.prefix { $0 != "--" })
        guard let flag = StaffSettings.language.flag else { return nil }
        for (index, argument) in own.enumerated().reversed() {
            if argument == flag, own.indices.contains(index + 1) {
                return Language(rawValue: own[index + 1])
            }
            if argument.hasPrefix(flag + "=") {
                return Language(rawValue: String(argument.dropFirst(flag.count + 1)))
            }
        }
        return nil
    }
}
