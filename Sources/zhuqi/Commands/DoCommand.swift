import ArgumentParser
import Client
import Languages

struct DoCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "do",
        abstract: "Take an action on an issue: acknowledge, dispatch, report, … (办理).",
        discussion: """
            What an action needs is asked of the server first; what is missing is asked of you, or \
            listed. zhuqi show ISSUE lists what is open to you.

            Values by the form of their field: units (单位) as codes with commas; dates as 2026-10-15; \
            evidence (佐证) as kind:text or kind:sha256:DIGEST, repeated for each piece; plans (计划) as \
            2026-10-15:what, repeated; needs (需求要素) and outcome (落实成果) as paid=1200,acknowledged=1500, \
            with what the issue's category requires, which is named with its unit where it is missing; \
            new issues as JSON.

            Where the issue changed since it was looked at, nothing is done and the change is shown. A \
            command that was cut off can be run again with the --key that it names: it then never acts \
            twice.

            Example:
              zhuqi do dispatch ZQ2026-000123-1 --lead JR01 --support CZ01,GX01 --class B
            """)

    @Argument(help: "The action's identifier, e.g. acknowledge (动作).")
    var action: String

    @Argument(help: "The issue's number or id (问题编号).")
    var issue: String

    @OptionGroup(title: "Fields") var fields: FieldOptions

    @Option(help: ArgumentHelp("A comment on the action (说明).", valueName: "text"))
    var comment: String?

    @Option(
        help: ArgumentHelp(
            "Act on this version of the issue only; * on any. Otherwise the present one.",
            valueName: "version"))
    var ifMatch: ExpectedVersion?

    @Option(help: "Names this command, so that it acts once however often it is run.")
    var key: IdempotencyKey?

    @OptionGroup(title: "Common options") var options: SharedOptions

    func perform(at session: Session) async throws {
        let assignments = try fields.assignments(readFile: session.console.readFile)
        let submission = ActionSubmission(
            action: action, issue: issue, assignments: assignments, comment: comment,
            version: ifMatch, key: key, session: session)
        let answer = try await submission.carryOut()
        guard session.form == .people else {
            return session.console.write(try PrettyJSON.text(answer: answer))
        }
        let receipt = ActionReceipt(answer: answer.value, language: session.language)
        session.console.write(lines: receipt.lines)
    }
}

extension ExpectedVersion: ExpressibleByArgument {
    package init?(argument: String) {
        if argument == "*" {
            self = .any
        } else if let version = Int(argument), version > 0 {
            self = .exactly(version)
        } else {
            return nil
        }
    }
}

extension ExpectedVersion {
    /// The same as it would be typed.
    var argument: String {
        switch self {
        case .exactly(let version): String(version)
        case .any: "*"
        }
    }
}

extension IdempotencyKey: ExpressibleByArgument {
    package init?(argument: String) { self.init(argument) }
}
