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

            Actions, fields, choices, units and people are named by what they are called or by their \
            identifiers. Dates: 2026-10-15, 11月10日, 明天, 下周五, 3个工作日后. Several units stand with \
            commas; evidence (佐证) as kind:text or kind:sha256:DIGEST, repeated for each piece; plans (计划) as \
            2026-10-15:what, repeated; needs (需求要素) and outcome (落实成果) as paid=1200,acknowledged=1500, \
            with what the issue's category requires, which is named with its unit where it is missing; \
            new issues as JSON. name:=value gives any value as JSON.

            With several issues the action is taken on each for itself, a line each; on a terminal you \
            are asked before, unless --yes is given.

            Where the issue changed since it was looked at, nothing is done and the change is shown. A \
            command that was cut off can be run again with the --key that it names: it then never acts \
            twice.

            Example:
              zhuqi do 交办 123-1 --lead 市财政局 --support 市工信局 --class 跨部门
              zhuqi do 受理 47-1 48-1 51-1..51-3
            """)

    @Argument(help: "The action, by what it is called or its identifier, e.g. 受理 (动作).")
    var action: String

    @Argument(
        help: ArgumentHelp(
            "Numbers or ids; 51-1..51-3 for several; - reads standard input (问题编号).",
            valueName: "issue"))
    var issues: [String]

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

    @Flag(help: "Act on many issues without asking (直接办理).")
    var yes = false

    @Flag(help: "Say what would happen, and do nothing (预演).")
    var dryRun = false

    func perform(at session: Session) async throws {
        let assignments = try fields.assignments(readFile: session.console.readFile)
        let issues = try TypedIssues(console: session.console, language: session.language)
            .read(issues)
        guard let issue = issues.first, issues.count == 1 else {
            return try await perform(on: issues, assignments, at: session)
        }
        let submission = ActionSubmission(
            action: action, issue: issue, assignments: assignments, comment: comment,
            version: ifMatch, key: key, session: session)
        let answer =
            dryRun ? try await submission.preview() : try await submission.carryOut()
        guard session.form == .people else {
            return session.console.write(try PrettyJSON.text(answer: answer))
        }
        session.console.write(
            lines: dryRun
                ? PreviewReceipt(answer: answer.value, language: session.language).lines
                : ActionReceipt(answer: answer.value, language: session.language).lines)
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
