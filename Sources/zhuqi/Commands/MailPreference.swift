import APIModel
import ArgumentParser
import Client
import CommandText
import Languages

struct MailPreference: SessionCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            "mail",
            abstract: Label(zh: "如何收邮件：查看、更改。", en: "Shows how you get mail, or changes it."),
            discussion: Label(
                zh: """
                    不写方式与选项时只查看；没写的保持不变。方式：\(NoticeChoice.list(NoticeChoice.mailPaces, in: .zh))。

                    例：
                      zhuqi subscribe mail 每日汇总
                    """,
                en: """
                    Without a pace and options it shows; what is not named stays. Paces: \
                    \(NoticeChoice.list(NoticeChoice.mailPaces, in: .en)).

                    Example:
                      zhuqi subscribe mail digest
                    """))
    }

    @Argument(
        help: ArgumentHelp(zh: "邮件的方式。", en: "How mail comes.", value: ("方式", "pace")))
    var pace: String?

    @Flag(
        inversion: .prefixedNo,
        help: ArgumentHelp(
            zh: "休息时间不发，到上班时再发。", en: "Holds what comes outside waking hours."))
    var quiet: Bool?

    @OptionGroup(title: OptionTitle.common) var options: SharedOptions

    func perform(at session: Session) async throws {
        let sheet = SubscriptionSheet(language: session.language, canvas: session.console.canvas)
        guard pace != nil || quiet != nil else {
            return try session.write(try await session.client.preferences()) {
                sheet.lines(ofMail: $0)
            }
        }
        let body = PreferenceBody(
            mail: try pace.map { word throws(StaffError) in
                try NoticeChoice.name(of: word, among: NoticeChoice.mailPaces)
            }, quiet: quiet)
        let words =
            [pace].compactMap(\.self) + (quiet.map { [$0 ? "--quiet" : "--no-quiet"] } ?? [])
        let again = session.commandLine(["subscribe", "mail"] + words)
        let reply = try await session.writing(repeatWith: again) { () throws(ClientError) in
            try await session.client.prefer(body)
        }
        try session.write(reply) { sheet.lines(ofMail: $0) }
    }
}
