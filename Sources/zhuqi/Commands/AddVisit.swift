import APIModel
import ArgumentParser
import Client
import CommandText
import Languages

struct AddVisit: SessionCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            "add",
            abstract: Label(zh: "登记对一家企业的走访。", en: "Notes a visit to an enterprise."),
            discussion: Label(
                zh: """
                    由服务员登记，每家企业每天一次，至多补记一年。日期如 10月8日、昨天、上周五。发现的情况未给出时，在终端上询问。

                    走访中提出的诉求用 zhuqi file 登记。

                    例：
                      zhuqi visit add 一号机械 --on 昨天 --found 用工缺口30人
                      zhuqi visit add 91410100MADEM0046Q --found @走访记录.txt
                    """,
                en: """
                    For service officers: once a day for each enterprise, up to a year back. \
                    Dates are written, or said in Chinese. On a terminal you are asked what was \
                    found, where that is not given. What the enterprise needs is filed with \
                    zhuqi file.

                    Example:
                      zhuqi visit add 91410100MADEM0046Q --on 2026-10-08 --found @notes.txt
                    """))
    }

    @Argument(
        help: ArgumentHelp(
            zh: "企业的名称或统一社会信用代码。", en: "The enterprise's name or credit code.",
            value: ("企业", "enterprise")))
    var enterprise: String

    @Option(
        help: ArgumentHelp(
            zh: "走访的日期；不写即今天。", en: "The day of the visit; else today.",
            value: ("日期", "date")))
    var on: String?

    @Option(
        help: ArgumentHelp(
            zh: "发现的情况；可用 @文件。", en: "What was found, or @file.", value: ("文字", "text")))
    var found: String?

    @Option(
        help: ArgumentHelp(
            zh: "本次登记的键：同一个键运行几次都只登记一次。",
            en: "Names this command, so that it counts once however often it is run.",
            value: ("键", "key")))
    var key: IdempotencyKey?

    @OptionGroup(title: OptionTitle.common) var options: SharedOptions

    func perform(at session: Session) async throws {
        let note = try found.map { text throws(StaffError) in
            try FieldAssignment.text(text, readFile: session.console.readFile)
        }
        let visited = try await TypedEnterprise(session: session).find(enterprise)
        let body = VisitBody(
            enterprise: visited.creditCode, on: on,
            note: try note ?? asked(about: visited, at: session))
        let key = key ?? .random()
        let reply = try await session.writing(repeatWith: repetition(body, key, session)) {
            () throws(ClientError) in try await session.client.note(body, key: key)
        }
        try session.write(reply) { visit in
            let name = visit.enterprise?.name ?? visited.name
            let noted = session.language(
                "已登记走访：\(name)，\(visit.on)", "noted: the visit to \(name) on \(visit.on)")
            let next = session.language(
                "企业提出诉求的：zhuqi file --enterprise \(visited.creditCode)",
                "what it needs is filed with: zhuqi file --enterprise \(visited.creditCode)")
            return [noted.plain, next.plain]
        }
    }

    /// Nil where nobody can be asked, or nothing was found.
    private func asked(
        about visited: EnterpriseAnswer, at session: Session
    ) throws(StaffError) -> String? {
        guard session.console.isInteractive, key == nil else { return nil }
        session.console.warn(lines: ["\(visited.name)  \(visited.creditCode)".plain])
        return try LongText(session).asked(
            session.language("发现的情况，可留空", "what was found, if anything"))
    }

    private func repetition(_ body: VisitBody, _ key: IdempotencyKey, _ session: Session) -> String
    {
        let options = [("--on", body.on), ("--found", body.note.map(Self.escaped))]
        return session.commandLine(
            ["visit", "add", body.enterprise]
                + options.flatMap { name, value in value.map { [name, $0] } ?? [] }
                + ["--key", key.text])
    }

    /// A text that begins with the sign for files is meant as it stands.
    private static func escaped(_ text: String) -> String {
        text.hasPrefix("@") ? "@" + text : text
    }
}
