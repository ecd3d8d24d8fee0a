import APIModel
import ArgumentParser
import Client
import Languages

struct OfficersCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "officers",
        abstract: "Who holds each level of the ladders now (提级责任人).",
        discussion: """
            For an issue both lines: the handling line (承办线), told at the marks of the deadline, \
            and the service line (服务线), climbed one level at a time. ▸ marks the level that is \
            reached. For a unit or an officer: who stands above, and is told where a time limit of \
            its own passes.

            Example:
              zhuqi officers ZQ2026-000123-1
              zhuqi officers --unit industry
              zhuqi officers --officer officer1
            """)

    @Argument(help: "The issue's number or id (问题编号).")
    var issue: String?

    @Option(help: "The code of a unit (单位代码).")
    var unit: String?

    @Option(help: "The login of an officer (人员账号).")
    var officer: String?

    @OptionGroup(title: "Common options") var options: SharedOptions

    func validate() throws {
        guard [issue, unit, officer].compactMap(\.self).count == 1 else {
            throw ValidationError("Give an issue, or --unit, or --officer.")
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
