import ArgumentParser
import Client
import CommandText
import Languages

struct DeleteSubscription: SessionCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            "delete",
            abstract: Label(zh: "停用一个推送地址。", en: "Ends a webhook."),
            discussion: Label(
                zh: """
                    停用后不能恢复；尚未送达的不再发送。

                    例：
                      zhuqi subscribe delete 7
                    """,
                en: """
                    It can't be brought back; what waits for it is not sent any more.

                    Example:
                      zhuqi subscribe delete 7
                    """))
    }

    @Argument(
        help: ArgumentHelp(
            zh: "推送地址的编号，照 zhuqi subscribe 所列。",
            en: "The number of the webhook, as zhuqi subscribe lists it.",
            value: ("编号", "id")))
    var id: String

    @OptionGroup(title: OptionTitle.common) var options: SharedOptions

    func perform(at session: Session) async throws {
        let again = session.commandLine(["subscribe", "delete", id])
        try await session.writing(repeatWith: again) { () throws(ClientError) in
            try await session.client.end(subscription: id)
        }
        guard session.form == .people else {
            return session.console.write(try PrettyJSON.text(["id": id]))
        }
        session.console.write(
            lines: [session.language("已停用推送地址 \(id)。", "The webhook \(id) has ended.").plain])
    }
}
