import ArgumentParser
import CommandText
import Languages

struct DeleteContext: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            "delete",
            abstract: Label(
                zh: "删除一个存下的筛选。", en: "Forgets a filter."))
    }

    @Argument(
        help: ArgumentHelp(
            zh: "筛选的名字。", en: "The name of a filter.", value: ("名字", "name")))
    var name: String

    @OptionGroup(title: OptionTitle.common) var options: ContextOptions

    func run() throws {
        let name = try options.store().delete(name)
        try options.local.write(
            ["deleted": name], { [$0("已删除筛选“\(name)”", "“\(name)” is forgotten")] }, in: .current)
    }
}
