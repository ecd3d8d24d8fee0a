import APIModel
import ArgumentParser
import Client
import CommandText
import Languages

struct ListSubscriptions: SessionCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            "list",
            abstract: Label(
                zh: "列出推送地址，以及如何收邮件。", en: "Lists your webhooks, and how you get mail."),
            discussion: Label(
                zh: """
                    例：
                      zhuqi subscribe list
                    """,
                en: """
                    Example:
                      zhuqi subscribe list
                    """))
    }

    @OptionGroup var paging: PageOptions

    @OptionGroup(title: OptionTitle.common) var options: SharedOptions

    func perform(at session: Session) async throws {
        let (client, limit) = (session.client, paging.limit)
        let fetch: AllPages<SubscriptionAnswer>.Fetch = { cursor throws(ClientError) in
            try await client.subscriptions(cursor: cursor, limit: limit)
        }
        let mail = session.form == .people ? try await client.preferences().value : nil
        let sheet = SubscriptionSheet(language: session.language, canvas: session.console.canvas)
        try await paging.list(fetch, of: ["subscribe", "list"], at: session) {
            sheet.lines(of: $0) + (mail.map(sheet.lines(ofMail:)) ?? [])
        }
    }
}
