import ArgumentParser
import CommandText
import Languages

struct ContextCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            "context",
            abstract: Label(
                zh: "常用筛选：取名存下，zhuqi queue 照用。",
                en: "Keeps filters under names, for zhuqi queue to go by."),
            discussion: Label(
                zh: """
                    启用的筛选用于 zhuqi queue，并在第一行写明；命令行上写的优先。程序用的输出（--json 等）只用 --context 指名的。\
                    每份登录配置各有自己的筛选。

                    例：
                      zhuqi context set 我的督办 --queue escalated --category 融资
                      zhuqi context use 我的督办
                      zhuqi context none
                    """,
                en: """
                    The filter that is used narrows zhuqi queue, which names it in its first \
                    line; what the command line says goes before it. What programs read is \
                    narrowed by --context alone. Each login has filters of its own.

                    Example:
                      zhuqi context set raised --queue escalated --category FIN
                      zhuqi context use raised
                      zhuqi context none
                    """),
            subcommands: [
                SetContext.self, ListContexts.self, UseContext.self, UseNoContext.self,
                DeleteContext.self,
            ])
    }
}
