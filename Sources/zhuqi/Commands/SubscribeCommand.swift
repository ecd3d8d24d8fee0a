import ArgumentParser
import CommandText
import Languages

struct SubscribeCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            "subscribe",
            abstract: Label(
                zh: "订阅通知：推送地址与邮件。", en: "Says where notices go: webhooks, and mail."),
            discussion: Label(
                zh: """
                    不写命令即为列出。推送地址连续失败一天即自动暂停，用 resume 恢复。

                    例：
                      zhuqi subscribe add https://hooks.example.com/zhuqi --action 交办,督办
                      zhuqi subscribe mail 每日
                    """,
                en: """
                    Without a command below it lists. A webhook that fails for a day is paused by \
                    itself; resume lets it go on.

                    Example:
                      zhuqi subscribe add https://hooks.example.com/zhuqi --action dispatch
                      zhuqi subscribe mail digest
                    """),
            subcommands: [
                ListSubscriptions.self, AddSubscription.self, ResumeSubscription.self,
                RotateSecret.self, DeleteSubscription.self, MailPreference.self,
            ], usually: ListSubscriptions.self)
    }
}
