import APIModel
import ArgumentParser
import Client
import Languages

struct AwayCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "away",
        abstract: "Say who is away and who stands in; list, change and end it (不在岗与代理).",
        discussion: """
            Without an option: your own absences, those in which you stand in, and those of the \
            people of whom you are the head. The same first day again changes what was said.

            Example:
              zhuqi away
              zhuqi away --from 2026-10-09 --until 2026-10-12 --deputy industry.handler
              zhuqi away --end 2026-10-09
            """)

    @Option(help: "The first day away (起), YYYY-MM-DD.")
    var from: String?

    @Option(help: "The last day away (止), 90 days at most.")
    var until: String?

    @Option(help: "The login of who stands in (代理人); else the standing deputies.")
    var deputy: String?

    @Option(help: "Why (事由).")
    var reason: String?

    @Option(help: "Ends the absence that begins on this day (提前结束).")
    var end: String?

    @Option(help: "The login of who is away, where it is not you: for deputies and heads.")
    var officer: String?

    @OptionGroup(title: "Common options") var options: SharedOptions

    func validate() throws {
        guard (from == nil) == (until == nil) else {
            throw ValidationError("--from, --until: give both (起止日期须同时给出)")
        }
        guard end == nil || from == nil else {
            throw ValidationError("--end: without --from and --until (不能与起止日期同时给出)")
        }
        guard from != nil || deputy == nil && reason == nil else {
            throw ValidationError("--deputy, --reason: with --from and --until (须给出起止日期)")
        }
    }

    func perform(at session: Session) async throws {
        if let from, let until {
            return try tell(
                await session.client.put(
                    AbsenceBody(
                        officer: officer, from: from, until: until, deputy: deputy, reason: reason)),
                zh: "已登记不在岗：\(from) 至 \(until)", en: "noted: away from \(from) until \(until)",
                at: session)
        }
        if let end {
            return try tell(
                await session.client.end(AbsenceEndBody(officer: officer, from: end)),
                zh: "已结束：自 \(end) 起的不在岗", en: "ended: the absence from \(end)", at: session)
        }
        let answer = try await session.client.absences()
        guard session.form == .people else {
            return session.console.write(try PrettyJSON.text(answer: answer))
        }
        let sheet = AbsenceSheet(language: session.language, canvas: session.console.canvas)
        session.console.write(lines: sheet.lines(of: answer.value.items))
    }

    private func tell<Value>(
        _ reply: Reply<Value>, zh: String, en: String, at session: Session
    ) throws {
        guard session.form == .people else {
            return session.console.write(try PrettyJSON.text(answer: reply))
        }
        session.console.write(lines: [session.language(zh, en).plain])
    }
}
