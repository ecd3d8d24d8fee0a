import APIModel
import ArgumentParser
import Client
import CommandText
import Languages

struct SearchCommand: SessionCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            "search",
            abstract: Label(
                zh: "按词或编号查找问题，已办结的也在内。",
                en: "Finds issues by words or by number, the closed ones too."),
            discussion: Label(
                zh: """
                    列出标题与诉求内容中每个词都有的问题，只在您看得到的之中找；编号可只写开头。

                    例：
                      zhuqi search 钢材 断供
                      zhuqi search 47-1
                    """,
                en: """
                    Issues whose title and description hold each of the words, of those that you \
                    may see. A number may be named by its beginning.

                    Example:
                      zhuqi search steel supply
                      zhuqi search 47-1
                    """))
    }

    @Argument(
        help: ArgumentHelp(
            zh: "要找的词，每个都须有；或编号的开头。", en: "Words that must all be there; or how a number begins.",
            value: ("词", "words")))
    var words: [String]

    @OptionGroup var paging: PageOptions

    @OptionGroup(title: OptionTitle.common) var options: SharedOptions

    func perform(at session: Session) async throws {
        let isNumber = words.count == 1 && TypedNumberStart(words[0]) != nil
        let now =
            isNumber || session.form == .people
            ? try await session.client.whoami().value.now : nil
        let text = text(in: now.map { String($0.prefix(4)) })
        let query = IssueQuery(queue: .all, text: text, limit: paging.limit)
        let client = session.client
        let fetch: AllPages<IssueAnswer>.Fetch = { cursor throws(ClientError) in
            var query = query
            query.cursor = cursor
            return try await client.issues(query)
        }
        let list = IssueLines(
            now: now, language: session.language, canvas: session.console.canvas)
        try await paging.list(fetch, of: ["search"] + words, at: session) { issues in
            issues.isEmpty ? [nothing(in: session.language)] : list.lines(of: issues)
        }
    }

    private func text(in year: String?) -> String {
        guard words.count == 1, let start = TypedNumberStart(words[0]) else {
            return words.joined(separator: " ")
        }
        return start.text(in: year)
    }

    private func nothing(in language: Language) -> String {
        let words = language.list(words).plain
        return language(
            "您看得到的问题中，没有含“\(words)”的。", "No issue that you may see holds “\(words)”.")
    }
}
