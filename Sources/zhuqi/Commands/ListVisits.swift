import APIModel
import ArgumentParser
import Client
import CommandText
import Languages

struct ListVisits: SessionCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            "list",
            abstract: Label(
                zh: "列出本人的走访，或对一家企业的走访。",
                en: "Lists your visits, or those to one enterprise."),
            discussion: Label(
                zh: """
                    对您包联的企业，或您管辖区域内的企业，列出所有人的走访。

                    例：
                      zhuqi visit list 一号机械
                    """,
                en: """
                    Of an enterprise that you look after, everybody's visits are listed.

                    Example:
                      zhuqi visit list 91410100MADEM0046Q
                    """))
    }

    @Argument(
        help: ArgumentHelp(
            zh: "企业的名称或统一社会信用代码。", en: "The enterprise's name or credit code.",
            value: ("企业", "enterprise")))
    var enterprise: String?

    @OptionGroup var paging: PageOptions

    @OptionGroup(title: OptionTitle.common) var options: SharedOptions

    func perform(at session: Session) async throws {
        var code: String?
        if let enterprise {
            code = try await TypedEnterprise(session: session).find(enterprise).creditCode
        }
        let (client, limit) = (session.client, paging.limit)
        let visited = code
        let fetch: AllPages<VisitAnswer>.Fetch = { cursor throws(ClientError) in
            try await client.visits(to: visited, cursor: cursor, limit: limit)
        }
        let sheet = VisitSheet(language: session.language, canvas: session.console.canvas)
        try await paging.list(
            fetch, of: ["visit", "list"] + [code].compactMap(\.self), at: session, as: sheet.lines)
    }
}
