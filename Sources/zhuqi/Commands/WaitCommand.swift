import APIModel
import ArgumentParser
import Client
import CommandText
import Languages

struct WaitCommand: SessionCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            "wait",
            abstract: Label(
                zh: "等到问题进入某个状态，或有人办了某个动作。",
                en: "Waits until issues are in a state, or an action is taken on them."),
            discussion: Label(
                zh: """
                    已在该状态、已办过该动作的，立即结束；给出 --next 则等下一次。给出几件的，等到每一件都如此。

                    结束状态：0 为已等到；7 为问题已以别的方式终结，不会再有；124 为时间已过。

                    例：
                      zhuqi wait 47-1 --for 已销号 --timeout 2h
                      zhuqi wait 47-1 48-1 --for 阶段反馈 --next && zhuqi show 47-1
                    """,
                en: """
                    What is so already, or was done already, ends it at once; with --next it \
                    waits for the next time. Of several issues each is waited for.

                    Ends with 0 where it came, with 7 where an issue has ended otherwise, so that \
                    it does not come any more, and with 124 where the time has passed.

                    Example:
                      zhuqi wait 47-1 --for closedOut --timeout 2h
                      zhuqi wait 47-1 48-1 --for reportProgress --next && zhuqi show 47-1
                    """))
    }

    @Argument(
        help: ArgumentHelp(
            zh: "问题编号，可给几个；51-1..51-3 为连续几件；- 从标准输入读。",
            en: "Numbers of issues; 51-1..51-3 for several; - reads the standard input.",
            value: ("问题", "issue")))
    var issues: [String]

    @Option(
        name: .customLong("for"),
        help: ArgumentHelp(
            zh: "等什么：状态或动作的名称，如 已销号、签收。",
            en: "What to wait for: a state or an action, by what it is called or its identifier.",
            value: ("状态或动作", "what")))
    var wanted: String

    @Flag(
        help: ArgumentHelp(
            zh: "已经如此的、已经办过的不算，等下一次。",
            en: "What is so or was done already does not count."))
    var next = false

    @OptionGroup(title: OptionTitle.common) var options: SharedOptions

    func perform(at session: Session) async throws {
        let issues = try TypedIssues(console: session.console).read(issues)
        let workflows = try await CurrentWorkflows.read(at: session)
        let wait = Wait(
            target: try WaitTarget(wanted, in: workflows), onlyNext: next,
            limit: options.timeout?.duration, session: session)
        let now = session.form == .people ? try await session.client.whoami().value.now : nil
        let lines = WaitLines(target: wait.target, now: now, language: session.language)
        let waited = try await wait.until(issues) { issue in
            guard session.form == .people else { return }
            session.console.write(lines: [lines.line(of: issue)])
        }
        if session.form == .programs {
            session.console.write(
                try PrettyJSON.text(["items": waited.map(WaitedIssueDocument.init)]))
        }
        try lines.requireAll(waited)
    }
}
