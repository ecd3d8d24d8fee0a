import ArgumentParser
import CommandText
import Languages

struct UseContext: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            "use",
            abstract: Label(
                zh: "启用一个存下的筛选。", en: "Uses a filter from now on."))
    }

    @Argument(
        help: ArgumentHelp(
            zh: "筛选的名字。", en: "The name of a filter.", value: ("名字", "name")))
    var name: String

    @OptionGroup(title: OptionTitle.common) var options: ContextOptions

    func run() throws {
        let used = try options.store().use(name)
        try options.local.write(
            KeptContext(name: used.name, context: used.context, isUsed: true),
            { [$0("已启用筛选“\(used.name)”", "“\(used.name)” is used now")] }, in: .current)
    }
}
