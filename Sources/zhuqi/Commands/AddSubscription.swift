import APIModel
import ArgumentParser
import Client
import CommandText
import Languages

struct AddSubscription: SessionCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            "add",
            abstract: Label(zh: "新增一个推送地址。", en: "Adds a webhook."),
            discussion: Label(
                zh: """
                    验证签名用的密钥只显示这一次，请当场保存；丢失后用 rotate 更换。

                    范围：\(NoticeChoice.list(NoticeChoice.scopes, in: .zh))。\
                    方式：\(NoticeChoice.list(NoticeChoice.webhookPaces, in: .zh))。

                    例：
                      zhuqi subscribe add https://hooks.example.com/zhuqi --action 交办,督办
                    """,
                en: """
                    The secret that its signatures are checked by is shown this once: keep it. \
                    One that is lost is replaced with rotate.

                    Scopes: \(NoticeChoice.list(NoticeChoice.scopes, in: .en)). \
                    Paces: \(NoticeChoice.list(NoticeChoice.webhookPaces, in: .en)).

                    Example:
                      zhuqi subscribe add https://hooks.example.com/zhuqi --action dispatch
                    """))
    }

    @Argument(
        help: ArgumentHelp(
            zh: "接收推送的网址，以 https:// 开头。", en: "The address that is told; it begins with https://.",
            value: ("网址", "url")))
    var url: String

    @Option(
        help: ArgumentHelp(zh: "推送哪些。", en: "What it is told of.", value: ("范围", "scope")))
    var scope: String?

    @Option(
        help: ArgumentHelp(
            zh: "逐条推送，还是每日一次。", en: "One by one, or once a day.", value: ("方式", "pace")))
    var pace: String?

    @Flag(
        help: ArgumentHelp(
            zh: "休息时间不推送，到上班时再推送。", en: "Holds what comes outside waking hours."))
    var quiet = false

    @Option(
        help: ArgumentHelp(
            zh: "只推送这些动作，用逗号分隔，可重复。",
            en: "Only these actions, with commas. Repeatable.", value: ("动作", "actions")))
    var action: [String] = []

    @Option(
        help: ArgumentHelp(
            zh: "本次新增的键：同一个键运行几次都只新增一个。",
            en: "Names this command, so that it adds one however often it is run.",
            value: ("键", "key")))
    var key: IdempotencyKey?

    @OptionGroup(title: OptionTitle.common) var options: SharedOptions

    func perform(at session: Session) async throws {
        let actions = action.flatMap(FieldForm.codes)
        let body = SubscriptionBody(
            channel: "webhook", url: url,
            scope: try scope.map { word throws(StaffError) in
                try NoticeChoice.name(of: word, among: NoticeChoice.scopes)
            },
            pace: try pace.map { word throws(StaffError) in
                try NoticeChoice.name(of: word, among: NoticeChoice.webhookPaces)
            },
            quiet: quiet, language: session.language.rawValue,
            actions: actions.isEmpty ? nil : actions)
        let key = key ?? .random()
        let reply = try await session.writing(repeatWith: repetition(body, key, session)) {
            () throws(ClientError) in try await session.client.add(body, key: key)
        }
        let sheet = SubscriptionSheet(language: session.language, canvas: session.console.canvas)
        try session.write(reply) { sheet.lines(ofNew: $0) }
    }

    private func repetition(
        _ body: SubscriptionBody, _ key: IdempotencyKey, _ session: Session
    ) -> String {
        let options = [
            ("--scope", body.scope), ("--pace", body.pace),
            ("--action", body.actions?.joined(separator: ",")),
        ]
        return session.commandLine(
            ["subscribe", "add", url]
                + options.flatMap { name, value in value.map { [name, $0] } ?? [] }
                + (quiet ? ["--quiet"] : [])
                + ["--lang", session.language.rawValue, "--key", key.text])
    }
}
