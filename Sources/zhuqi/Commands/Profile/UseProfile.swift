import ArgumentParser
import CommandText
import Languages

struct UseProfile: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            "use",
            abstract: Label(
                zh: "选定以后各命令用哪一份登录配置。", en: "Chooses the login that commands use from now on."))
    }

    @Argument(
        help: ArgumentHelp(
            zh: "登录配置的名字；default 即不取名的那一份。",
            en: "The name of a login; default is the one without a name.", value: ("名字", "name")))
    var name: String

    @OptionGroup(title: OptionTitle.common) var options: LocalOptions

    func run() throws {
        let environment = Environment.current
        let profiles = ProfileStore(directory: environment.configurationDirectory)
        let profile = try Profile(named: name)
        guard let kept = try profiles.credentials(of: profile).load() else {
            throw StaffError.noProfile(profile, known: profiles.all())
        }
        try profiles.use(profile)
        try options.write(
            ListProfiles.Item(profile: profile.name, server: kept.server, isUsed: true),
            {
                [
                    $0("现用 \(profile.name)：\(kept.server)", "now \(profile.name): \(kept.server)")
                        .plain
                ]
            },
            in: environment)
    }
}
