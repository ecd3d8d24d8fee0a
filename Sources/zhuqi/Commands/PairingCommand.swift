import APIModel
import ArgumentParser
import Client
import CommandText
import Languages

struct PairingCommand: SessionCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            "pairing",
            abstract: Label(
                zh: "包联：谁包联哪家企业、哪个项目、哪条产业链。",
                en: "Shows which officers look after which enterprises, projects and chains."),
            discussion: Label(
                zh: """
                    不写企业与人员时，列出本人的包联。更改包联须由系统管理员用 zhuqid directory import 导入名录。

                    例：
                      zhuqi pairing
                      zhuqi pairing 一号机械
                      zhuqi pairing --officer 张三
                    """,
                en: """
                    Without an enterprise and an officer: your own. They are changed by a system \
                    administrator, who imports the roster (zhuqid directory import).

                    Example:
                      zhuqi pairing
                      zhuqi pairing 91410100MADEM0046Q
                      zhuqi pairing --officer officer1
                    """))
    }

    @Argument(
        help: ArgumentHelp(
            zh: "企业的名称或统一社会信用代码。", en: "The enterprise's name or credit code.",
            value: ("企业", "enterprise")))
    var enterprise: String?

    @Option(
        help: ArgumentHelp(
            zh: "人员的姓名或账号。", en: "An officer's name or login.", value: ("人员", "officer")))
    var officer: String?

    @OptionGroup var paging: PageOptions

    @OptionGroup(title: OptionTitle.common) var options: SharedOptions

    func perform(at session: Session) async throws {
        var code: String?
        if let enterprise {
            code = try await TypedEnterprise(session: session).find(enterprise).creditCode
        }
        var login = officer
        if code == nil, login == nil { login = try await session.client.whoami().value.login }
        let (client, limit) = (session.client, paging.limit)
        let (of, by) = (code, login)
        let fetch: AllPages<PairingAnswer>.Fetch = { cursor throws(ClientError) in
            try await client.pairings(enterprise: of, officer: by, cursor: cursor, limit: limit)
        }
        let sheet = PairingSheet(language: session.language, canvas: session.console.canvas)
        try await paging.list(
            fetch,
            of: ["pairing"] + [code].compactMap(\.self) + (login.map { ["--officer", $0] } ?? []),
            at: session, as: sheet.lines)
    }
}
