import APIModel
import ArgumentParser
import Client
import Languages

struct ExplainCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Explain a deadline day by day: work, rest days, pauses (时限推算).",
        discussion: """
            Without a clock: the one that the issue's deadline goes by (办结). Of a kind all \
            that still count are explained, e.g. one for each supporting unit; else the last.

            Example:
              zhuqi explain ZQ2026-000123-1
              zhuqi explain ZQ2026-000123-1 firstReport
            """)

    @Argument(help: "The issue's number or id (问题编号).")
    var issue: String

    @Argument(help: "The kind of clock, e.g. resolve or support (时限种类).")
    var clock: String?

    @OptionGroup(title: "Common options") var options: SharedOptions

    func perform(at session: Session) async throws {
        let clocks = try await session.client.issue(issue).value.clocks
        let meant = clocks.filter { clock == nil ? $0.isResolution == true : $0.kind == clock }
        guard let last = meant.last else {
            let known = Set(clocks.map(\.kind)).sorted().joined(separator: ", ")
            throw StaffError.usage(
                session.language(
                    "\(issue) 没有\(clock.map { "时限 \($0)" } ?? "办结时限")；现有：\(known)",
                    "\(issue) has no \(clock.map { "clock \($0)" } ?? "resolution"); it has: \(known)"
                ))
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
}
