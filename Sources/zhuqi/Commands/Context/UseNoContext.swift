import APIModel
import ArgumentParser
import CommandText
import Languages

struct UseNoContext: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            "none",
            abstract: Label(
                zh: "不再启用筛选；存下的仍在。", en: "Uses no filter from now on; all stay kept."))
    }

    @OptionGroup(title: OptionTitle.common) var options: ContextOptions

    func run() throws {
        try options.store().useNone()
        try options.local.write(
            ["used": JSONValue.null], { [$0("已不启用筛选", "no filter is used now")] }, in: .current)
    }
}
