import ArgumentParser
import CommandText
import Languages

struct ListProfiles: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            "list",
            abstract: Label(
                zh: "列出已登录的各份配置，* 为现在所用的。",
                en: "Lists the logins that are kept; * marks the one that is used."))
    }

    @OptionGroup(title: OptionTitle.common) var options: LocalOptions

    struct Item: Encodable, Hashable {
        let profile: String
        let server: String
        let isUsed: Bool
    }

    func run() throws {
        let environment = Environment.current
        let items = try Self.items(environment)
        try options.write(
            ["items": items], { Self.lines(items, $0) }, in: environment)
    }

    static func items(_ environment: Environment) throws(StaffError) -> [Item] {
        let profiles = ProfileStore(directory: environment.configurationDirectory)
        let used = try profiles.chosen(option: nil, environment: environment)
        var items: [Item] = []
        for profile in profiles.all() {
            guard let kept = try profiles.credentials(of: profile).load() else { continue }
            items.append(
                Item(profile: profile.name, server: kept.server, isUsed: profile == used))
        }
        return items
    }

    static func lines(_ items: [Item], _ language: Language) -> [String] {
        guard !items.isEmpty else {
            return [language("还没有登录：zhuqi login", "nobody is signed in: zhuqi login")]
        }
        let width = items.map { $0.profile.displayWidth }.max() ?? 0
        return items.map { item in
            let mark = item.isUsed ? "*" : " "
            return "\(mark) \(item.profile.padded(toWidth: width))  \(item.server.plain)"
        }
    }
}
