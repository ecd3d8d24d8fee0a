import APIModel
import ArgumentParser
import Client
import CommandText
import Languages

struct ExplainCommand: SessionCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            "explain",
            abstract: Label(
                zh: "逐日说明一个时限：工作日、休息日、暂停。",
                en: "Explains a deadline day by day: work, rest days, pauses."),
            discussion: Label(
                zh: """
                    不写时限种类即办结时限。一种时限有几个仍在计算的都说明，如每个协办单位一个；否则说明最后一个。

                    例：
                      zhuqi explain ZQ2026-000123-1
                      zhuqi explain ZQ2026-000123-1 firstReport
                    """,
                en: """
                    Without a clock: the one that the issue's deadline goes by. Of a kind all \
                    that still count are explained, e.g. one for each supporting unit; else the \
                    last.

                    Example:
                      zhuqi explain ZQ2026-000123-1
                      zhuqi explain ZQ2026-000123-1 firstReport
                    """))
    }

    @Argument(
        help: ArgumentHelp(
            zh: "问题编号，如 ZQ2026-000123-1 或 123-1。", en: "The issue's number, e.g. 123-1.",
            value: ("问题", "issue")))
    var issue: String

    @Argument(
        help: ArgumentHelp(
            zh: "时限种类，如 resolve（办结）。", en: "The kind of clock, e.g. resolve or support.",
            value: ("时限", "clock")))
    var clock: String?

    @OptionGroup(title: OptionTitle.common) var options: SharedOptions

    func perform(at session: Session) async throws {
        let clocks = try await session.client.issue(issue).value.clocks
        let meant = clocks.filter { clock == nil ? $0.isResolution == true : $0.kind == clock }
        guard let last = meant.last else {
            throw noClock(among: clocks)
        }
        let open = meant.filter(\.isOpen)
        for (index, chosen) in (open.isEmpty ? [last] : open).enumerated() {
            let answer = try await session.client.explanation(ofClock: chosen.number, of: issue)
            guard session.form == .people else {
                session.console.write(try PrettyJSON.text(answer: answer))
                continue
            }
            let sheet = ExplanationSheet(
                explanation: answer.value, language: session.language,
                canvas: session.console.canvas)
            session.console.write(lines: (index > 0 ? [""] : []) + sheet.lines)
        }
    }

    private func noClock(among clocks: [ClockAnswer]) -> StaffError {
        func known(_ language: Language) -> String {
            let words = clocks.map { "\(language($0.label))（\($0.kind)）" }
            return language.list(Set(words).sorted())
        }
        return .usage(
            zh: "\(issue) 没有\(clock.map { "时限 \($0)" } ?? "办结时限")；现有：\(known(.zh))",
            en: "\(issue) has no \(clock.map { "clock \($0)" } ?? "resolution"); it has: "
                + known(.en))
    }
}
