import APIModel
import ArgumentParser
import Client
import CommandText
import Languages

struct AbsenceCommand: SessionCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            "absence",
            abstract: Label(
                zh: "不在岗与代理：列出、登记、更改、提前结束。",
                en: "Says who is away and who stands in; lists, changes and ends it."),
            discussion: Label(
                zh: """
                    不写选项时，列出您自己的、您代理的，以及您是负责人的单位里各人的不在岗。起日相同的再次登记，即为更改。\
                    日期如 10月9日、明天、下周五；人员写姓名或账号。zhuqi away 与本命令相同。

                    例：
                      zhuqi absence
                      zhuqi absence --from 明天 --until 下周五 --deputy 李四 --reason 出差
                      zhuqi absence --end 10月9日
                    """,
                en: """
                    Without an option: your own absences, those in which you stand in, and those \
                    of the people of whom you are the head. The same first day again changes \
                    what was said. Dates are written, or said in Chinese; people are named by \
                    name or login. zhuqi away is the same command.

                    Example:
                      zhuqi absence
                      zhuqi absence --from 2026-10-09 --until 2026-10-12 --deputy industry.handler
                      zhuqi absence --end 2026-10-09
                    """),
            aliases: ["away"])
    }

    @Option(
        help: ArgumentHelp(
            zh: "第一天，如 10月9日、明天。", en: "The first day away, e.g. 2026-10-09.",
            value: ("日期", "date")))
    var from: String?

    @Option(
        help: ArgumentHelp(
            zh: "最后一天，至多 90 天。", en: "The last day away, 90 days at most.",
            value: ("日期", "date")))
    var until: String?

    @Option(
        help: ArgumentHelp(
            zh: "代理人的姓名或账号；不写即常设的代理人。",
            en: "Who stands in, by name or login; else the standing deputies.",
            value: ("人员", "officer")))
    var deputy: String?

    @Option(help: ArgumentHelp(zh: "事由。", en: "Why.", value: ("文字", "text")))
    var reason: String?

    @Option(
        help: ArgumentHelp(
            zh: "提前结束自这一天起的不在岗。", en: "Ends the absence that begins on this day.",
            value: ("日期", "date")))
    var end: String?

    @Option(
        help: ArgumentHelp(
            zh: "不在岗的人的姓名或账号；供代理人与单位负责人用，不写即本人。",
            en: "Who is away, by name or login, where it is not you: for deputies and heads.",
            value: ("人员", "officer")))
    var officer: String?

    @Option(
        help: ArgumentHelp(
            zh: "本次登记的键：同一个键运行几次都只登记一次。",
            en: "Names this command, so that it counts once however often it is run.",
            value: ("键", "key")))
    var key: IdempotencyKey?

    @OptionGroup(title: OptionTitle.common) var options: SharedOptions

    func validate() throws {
        guard (from == nil) == (until == nil) else {
            throw ValidationError(zh: "--from 与 --until 须同时给出", en: "--from, --until: give both")
        }
        guard end == nil || from == nil else {
            throw ValidationError(
                zh: "--end 不能与 --from、--until 同时给出", en: "--end: without --from and --until")
        }
        guard from != nil || deputy == nil && reason == nil else {
            throw ValidationError(
                zh: "--deputy、--reason 须与 --from、--until 一起给出",
                en: "--deputy, --reason: with --from and --until")
        }
    }

    func perform(at session: Session) async throws {
        if let from, let until { return try await put(from, until, at: session) }
        if let end { return try await finish(end, at: session) }
        let sheet = AbsenceSheet(language: session.language, canvas: session.console.canvas)
        try session.write(try await session.client.absences()) { sheet.lines(of: $0.items) }
    }

    private func put(_ from: String, _ until: String, at session: Session) async throws {
        let body = AbsenceBody(
            officer: officer, from: from, until: until, deputy: deputy, reason: reason)
        let key = key ?? .random()
        let reply = try await session.writing(
            repeatWith: repetition([("from", from), ("until", until)], key, at: session)
        ) { () throws(ClientError) in try await session.client.put(body, key: key) }
        try await tell(reply, zh: "已登记不在岗。", en: "Noted.", at: session)
    }

    private func finish(_ day: String, at session: Session) async throws {
        let body = AbsenceEndBody(officer: officer, from: day)
        let key = key ?? .random()
        let reply = try await session.writing(
            repeatWith: repetition([("end", day)], key, at: session)
        ) { () throws(ClientError) in try await session.client.end(body, key: key) }
        try await tell(reply, zh: "已结束不在岗。", en: "Ended.", at: session)
    }

    /// The command line that says the same again.
    private func repetition(
        _ days: [(name: String, value: String)], _ key: IdempotencyKey, at session: Session
    ) -> String {
        let others = [("deputy", deputy), ("reason", reason), ("officer", officer)]
        let words = days + others.compactMap { name, value in value.map { (name, $0) } }
        return session.commandLine(
            ["absence"] + words.flatMap { ["--" + $0.0, $0.1] } + ["--key", key.text])
    }

    /// Says that it is done, and below it what holds now, with the days that were meant.
    private func tell<Value>(
        _ reply: Reply<Value>, zh: String, en: String, at session: Session
    ) async throws {
        guard session.form == .people else {
            return session.console.write(try PrettyJSON.text(answer: reply))
        }
        session.console.write(lines: [session.language(zh, en)])
        let absences = try await session.client.absences().value.items
        let sheet = AbsenceSheet(language: session.language, canvas: session.console.canvas)
        session.console.write(lines: sheet.lines(of: absences))
    }
}
