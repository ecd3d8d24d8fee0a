import ArgumentParser
import CommandText
import Languages

struct ListContexts: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            "list",
            abstract: Label(
                zh: "列出存下的筛选，* 为启用的。", en: "Lists the filters; * marks the one that is used."))
    }

    @OptionGroup(title: OptionTitle.common) var options: ContextOptions

    func run() throws {
        let store = try options.store()
        let active = try store.active()?.name
        let items = try store.all().map { name, context in
            KeptContext(name: name, context: context, isUsed: name == active)
        }
        try options.local.write(
            ["items": items], { KeptContext.lines(items, in: $0) }, in: .current)
    }
}
