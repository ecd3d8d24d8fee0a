import ArgumentParser
import CommandText
import Languages

struct VisitCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            "visit",
            abstract: Label(zh: "走访企业：登记、列出。", en: "Notes visits to enterprises, and lists them."),
            discussion: Label(
                zh: """
                    不写命令即为列出。

                    例：
                      zhuqi visit add 一号机械 --on 昨天 --found 用工缺口30人
                      zhuqi visit list 一号机械
                    """,
                en: """
                    Without a command below it lists.

                    Example:
                      zhuqi visit add 91410100MADEM0046Q --on 2026-10-08 --found @notes.txt
                      zhuqi visit list 91410100MADEM0046Q
                    """),
            subcommands: [ListVisits.self, AddVisit.self], usually: ListVisits.self)
    }
}
