import ArgumentParser
import CommandText
import Languages
import Settings

struct LogoutCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            "logout",
            abstract: Label(
                zh: "退出：删除登录时存下的令牌。",
                en: "Forgets the token that login kept."),
            discussion: Label(
                zh: """
                    令牌本身仍然有效，直到过期或被管理员撤销。

                    例：
                      zhuqi logout
                    """,
                en: """
                    The token itself stays valid until it expires or an administrator revokes it.

                    Example:
                      zhuqi logout
                    """))
    }

    @Option(help: ArgumentHelp(StaffSettings.profile.meaning, value: ("名字", "name")))
    var profile: String?

    @OptionGroup(title: OptionTitle.common) var options: LocalOptions

    private struct Answer: Encodable {
        let profile: String
        let wasSignedIn: Bool
    }

    func run() throws {
        let environment = Environment.current
        let profiles = ProfileStore(directory: environment.configurationDirectory)
        let profile = try profiles.chosen(option: profile, environment: environment)
        let wasSignedIn = try profiles.credentials(of: profile).remove()
        try options.write(
            Answer(profile: profile.name, wasSignedIn: wasSignedIn),
            { language in
                [
                    wasSignedIn
                        ? language("已退出", "signed out")
                        : language("本来就没有登录", "nobody was signed in")
                ]
            }, in: environment)
    }
}
