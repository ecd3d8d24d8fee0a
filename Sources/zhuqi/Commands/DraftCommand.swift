import ArgumentParser
import CommandText
import Languages

struct DraftCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            "draft",
            abstract: Label(
                zh: "草稿：暂存的、退回补正的，列出并提交。",
                en: "Lists what was kept or sent back to you, and submits it."),
            discussion: Label(
                zh: """
                    不写命令即为列出。新的草稿用 zhuqi file --draft 暂存。

                    例：
                      zhuqi draft
                      zhuqi draft send 47-1 --field 诉求内容=@补正.txt
                    """,
                en: """
                    Without a command below it lists. A new draft is kept with zhuqi file --draft.

                    Example:
                      zhuqi draft
                      zhuqi draft send 47-1 --field description=@more.txt
                    """),
            subcommands: [ListDrafts.self, SendDraft.self], usually: ListDrafts.self)
    }
}
