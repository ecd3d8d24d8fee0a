import APIModel
import ArgumentParser
import Client
import CommandText
import Languages

struct SendDraft: SessionCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            "send",
            abstract: Label(zh: "提交一件草稿。", en: "Submits a draft."),
            discussion: Label(
                zh: """
                    改动的用 --field 给出；必填而缺的，在终端上询问。

                    例：
                      zhuqi draft send 47-1 --field 诉求内容=@补正.txt
                    """,
                en: """
                    What is changed is given with --field; what is required and missing is asked \
                    for on a terminal.

                    Example:
                      zhuqi draft send 47-1 --field description=@more.txt
                    """))
    }

    @Argument(
        help: ArgumentHelp(
            zh: "草稿的编号，如 47-1。", en: "The draft's number, e.g. 47-1.", value: ("问题", "issue")))
    var issue: String

    @Option(
        name: .customLong("field"),
        help: ArgumentHelp(
            zh: "一个字段的值；@文件 从文件读。可重复。",
            en: "The value of a field; @file reads it from a file. Repeatable.",
            value: ("字段=值", "name=value")))
    var assignments: [String] = []

    @Flag(
        help: ArgumentHelp(
            zh: "预演：只说明提交后会怎样，什么也不写入。", en: "Says what would happen, and does nothing."))
    var dryRun = false

    @OptionGroup(title: OptionTitle.common) var options: SharedOptions

    func perform(at session: Session) async throws {
        let given = try assignments.map { argument throws(StaffError) in
            try FieldAssignment(parsing: argument, readFile: session.console.readFile)
        }
        let draft = try await draft(at: session)
        // Interrupted, it names the command that says the same again.
        let submission = ActionSubmission(
            action: draft.actions.first?.action ?? "", issue: draft.issue, assignments: given,
            comment: nil, version: nil, key: nil, session: session)
        let answer =
            dryRun ? try await submission.preview() : try await submission.carryOut()
        try session.write(answer) { answer in
            dryRun
                ? PreviewReceipt(answer: answer, language: session.language).lines
                : ActionReceipt(answer: answer, language: session.language).lines
        }
    }

    /// Throws: `cannotBe` for an issue that is no draft of whoever asks.
    private func draft(at session: Session) async throws -> DutyAnswer {
        let typed = TypedNumber(issue)
        let drafts = try await OwnDrafts(session: session).read().items
        let found = drafts.filter { draft in
            let number = TypedNumber(draft.issue)
            return number.rest == typed.rest && (typed.year == nil || typed.year == number.year)
        }
        // The server takes the year that it is now for one that is not named; so does the newest.
        guard let draft = found.max(by: { $0.issue < $1.issue }) else {
            throw StaffError.cannotBe(
                Label(
                    zh: "\(issue) 不是等您提交的草稿；列出：zhuqi draft",
                    en: "\(issue) is no draft that waits for you; list them: zhuqi draft"))
        }
        return draft
    }
}
