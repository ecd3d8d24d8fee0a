import ArgumentParser
import CommandText
import Languages

struct SetContext: SessionCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            "set",
            abstract: Label(
                zh: "存一个筛选；已有同名的即改写。", en: "Keeps a filter, in place of one of the same name."),
            discussion: Label(
                zh: """
                    例：
                      zhuqi context set 我的督办 --queue escalated --category 融资
                    """,
                en: """
                    Example:
                      zhuqi context set raised --queue escalated --category FIN
                    """))
    }

    @Argument(
        help: ArgumentHelp(
            zh: "筛选的名字，自取。", en: "The name, whatever you like.", value: ("名字", "name")))
    var name: String

    @Option(
        help: ArgumentHelp(
            zh: "队列，如 escalated；不写即依 zhuqi queue 所写。",
            en: "The queue, e.g. escalated; else whichever zhuqi queue is asked for.",
            value: ("队列", "queue")))
    var queue: QueueName?

    @OptionGroup(title: OptionTitle.filters) var filters: FilterOptions

    @OptionGroup(title: OptionTitle.common) var options: SharedOptions

    func validate() throws {
        guard queue != nil || !filters.filter.isEmpty else {
            throw ValidationError(
                zh: "请给出 --queue 或至少一项筛选，如 --category",
                en: "Give --queue, or a filter such as --category.")
        }
    }

    func perform(at session: Session) async throws {
        try await filters.filter.check(at: session)
        let context = SavedContext(queue: queue, filter: filters.filter)
        guard let name = try session.contexts?.set(name, to: context) else { return }
        guard session.form == .people else {
            return session.console.write(
                try PrettyJSON.text(KeptContext(name: name, context: context, isUsed: false)))
        }
        session.console.write(lines: [
            session.language(
                "已存筛选“\(name)”；启用：", "kept the filter “\(name)”; to use it: ")
                + ShellWord.line(["zhuqi", "context", "use", name])
        ])
    }
}
