import ArgumentParser
import Client
import CommandText
import Languages

struct DoCommand: SessionCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            "do",
            abstract: Label(
                zh: "办理一个动作：签收、交办、反馈……",
                en: "Takes an action on an issue: acknowledge, dispatch, report, …"),
            discussion: Label(
                zh: """
                    先问服务器这个动作要填什么；缺的在终端上逐项询问，不在终端上则列出。zhuqi show 问题 列出您可办的动作。

                    动作、字段、选项、单位、人员，写名称或代码均可。日期如 2026-10-15、11月10日、明天、下周五、3个工作日后；单位用逗号分隔；\
                    佐证为 类型:文字 或 类型:sha256:摘要，每件一次；计划为 2026-10-15:事项，每步一次；需求要素与落实成果如 \
                    paid=1200,acknowledged=1500，问题类别要求的项目缺失时会列出名称与单位；新问题为 JSON。字段:=值 可用 JSON 写任何值。

                    给出几件问题的，逐件各自办理，每件一行；在终端上先询问，给出 --yes 则不问。

                    问题在您看过之后有变化的，不办理，只显示变化。中断了的命令可用它给出的 --key 再次运行，不会重复办理。

                    例：
                      zhuqi do 交办 123-1 --lead 市财政局 --support 市工信局 --class 跨部门
                      zhuqi do 受理 47-1 48-1 51-1..51-3
                    """,
                en: """
                    What an action needs is asked of the server first; what is missing is asked \
                    of you, or listed. zhuqi show ISSUE lists what is open to you.

                    Actions, fields, choices, units and people are named by what they are called \
                    or by their identifiers. Several units stand with commas; evidence as \
                    kind:text or kind:sha256:DIGEST, repeated for each piece; plans as \
                    2026-10-15:what, repeated; needs and outcome as \
                    paid=1200,acknowledged=1500, with what the issue's category requires, which \
                    is named with its unit where it is missing; new issues as JSON. name:=value \
                    gives any value as JSON. Dates are written, or said in Chinese:
                      2026-10-15, 11月10日, 明天, 下周五, 3个工作日后

                    With several issues the action is taken on each for itself, a line each; on \
                    a terminal you are asked before, unless --yes is given.

                    Where the issue changed since it was looked at, nothing is done and the \
                    change is shown. A command that was cut off can be run again with the --key \
                    that it names: it then never acts twice.

                    Example:
                      zhuqi do dispatch 123-1 --lead 市财政局 --support 市工信局 --class B
                      zhuqi do accept 47-1 48-1 51-1..51-3
                    """))
    }

    @Argument(
        help: ArgumentHelp(
            zh: "动作的名称或代码，如 签收。",
            en: "The action, by what it is called or its identifier, e.g. acknowledge.",
            value: ("动作", "action")))
    var action: String

    @Argument(
        help: ArgumentHelp(
            zh: "问题编号，可给几个；51-1..51-3 为连续几件；- 从标准输入读。",
            en: "Numbers of issues; 51-1..51-3 for several; - reads the standard input.",
            value: ("问题", "issue")))
    var issues: [String]

    @OptionGroup(title: OptionTitle.fields) var fields: FieldOptions

    @Option(
        help: ArgumentHelp(zh: "说明。", en: "A comment on the action.", value: ("文字", "text")))
    var comment: String?

    @Option(
        help: ArgumentHelp(
            zh: "只在问题为这一版时办理；* 为任意版。不写即现在这一版。",
            en: "Acts on this version of the issue only; * on any. Otherwise the present one.",
            value: ("版本", "version")))
    var ifMatch: ExpectedVersion?

    @Option(
        help: ArgumentHelp(
            zh: "本次办理的键：同一个键运行几次都只办一次。",
            en: "Names this command, so that it acts once however often it is run.",
            value: ("键", "key")))
    var key: IdempotencyKey?

    @Flag(
        help: ArgumentHelp(
            zh: "办理几件问题前不再询问。", en: "Acts on several issues without asking."))
    var yes = false

    @Flag(
        help: ArgumentHelp(
            zh: "预演：只说明办理后会怎样，什么也不写入。", en: "Says what would happen, and does nothing."))
    var dryRun = false

    @OptionGroup(title: OptionTitle.common) var options: SharedOptions

    func perform(at session: Session) async throws {
        let assignments = try fields.assignments(readFile: session.console.readFile)
        let issues = try TypedIssues(console: session.console).read(issues)
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
            sentences: dryRun
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
