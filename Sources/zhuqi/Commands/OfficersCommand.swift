import APIModel
import ArgumentParser
import Client
import CommandText
import Languages

struct OfficersCommand: SessionCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            "officers",
            abstract: Label(
                zh: "查看现在各级的提级责任人。",
                en: "Shows who holds each level of the ladders now."),
            discussion: Label(
                zh: """
                    对问题列两条线：承办线在时限的各个节点告知，服务线逐级提升；▸ 为已到的级别。对单位或人员列其上级，即其本身的时限超过时告知谁。

                    例：
                      zhuqi officers ZQ2026-000123-1
                      zhuqi officers --unit industry
                      zhuqi officers --officer officer1
                    """,
                en: """
                    For an issue both lines: the handling line, told at the marks of the \
                    deadline, and the service line, climbed one level at a time. ▸ marks the \
                    level that is reached. For a unit or an officer: who stands above, and is \
                    told where a time limit of its own passes.

                    Example:
                      zhuqi officers ZQ2026-000123-1
                      zhuqi officers --unit industry
                      zhuqi officers --officer officer1
                    """))
    }

    @Argument(
        help: ArgumentHelp(
            zh: "问题编号，如 ZQ2026-000123-1 或 123-1。", en: "The issue's number, e.g. 123-1.",
            value: ("问题", "issue")))
    var issue: String?

    @Option(help: ArgumentHelp(zh: "单位代码。", en: "The code of a unit.", value: ("单位", "unit")))
    var unit: String?

    @Option(
        help: ArgumentHelp(zh: "人员账号。", en: "The login of an officer.", value: ("账号", "login")))
    var officer: String?

    @OptionGroup(title: OptionTitle.common) var options: SharedOptions

    func validate() throws {
        guard [issue, unit, officer].compactMap(\.self).count == 1 else {
            throw ValidationError(
                zh: "请给出问题、--unit 或 --officer 之一", en: "Give an issue, or --unit, or --officer.")
        }
    }

    func perform(at session: Session) async throws {
        if let unit {
            let answer = try await session.client.officers(aboveUnit: unit)
            let title = session.language("\(unit) 的上级", "Above the unit \(unit)")
            return try write(answer, title, at: session)
        }
        if let officer {
            let answer = try await session.client.superiors(ofOfficer: officer)
            let title = session.language("\(officer) 的上级", "Above the officer \(officer)")
            return try write(answer, title, at: session)
        }
        let answer = try await session.client.officers(of: issue ?? "")
        guard session.form == .people else {
            return session.console.write(try PrettyJSON.text(answer: answer))
        }
        let sheet = OfficerSheet(
            officers: answer.value, language: session.language, canvas: session.console.canvas)
        session.console.write(lines: sheet.lines)
    }

    private func write(
        _ answer: Reply<LineAnswer>, _ title: String, at session: Session
    ) throws {
        guard session.form == .people else {
            return session.console.write(try PrettyJSON.text(answer: answer))
        }
        let sheet = LineSheet(language: session.language, canvas: session.console.canvas)
        session.console.write(lines: sheet.lines(title, answer.value.levels))
    }
}
