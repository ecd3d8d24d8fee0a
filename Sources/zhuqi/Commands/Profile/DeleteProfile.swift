import ArgumentParser
import CommandText
import Languages

struct DeleteProfile: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            "delete",
            abstract: Label(
                zh: "删除一份登录配置及其令牌。", en: "Forgets a login and its token."))
    }

    @Argument(
        help: ArgumentHelp(
            zh: "登录配置的名字。", en: "The name of a login.", value: ("名字", "name")))
    var name: String

    @OptionGroup(title: OptionTitle.common) var options: LocalOptions

    func run() throws {
        let environment = Environment.current
        let profiles = ProfileStore(directory: environment.configurationDirectory)
        let profile = try Profile(named: name)
        let known = profiles.all()
        guard try profiles.delete(profile) else {
            throw StaffError.noProfile(profile, known: known)
        }
        try options.write(
            ["deleted": profile.name],
            { [$0("已删除 \(profile.name)", "deleted \(profile.name)")] }, in: environment)
    }
}
