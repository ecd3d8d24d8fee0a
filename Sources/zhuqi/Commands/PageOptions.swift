import APIModel
import ArgumentParser
import Client
import CommandText
import Languages

/// The options of lists that come page by page.
struct PageOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            zh: "每页最多几行。", en: "The largest number of lines per page.", value: ("数", "count")))
    var limit: Int?

    @Option(
        help: ArgumentHelp(
            zh: "从哪里起，照上一页末尾所示。", en: "Where the page begins, as the page before it said.",
            value: ("位置", "cursor")))
    var cursor: String?

    @Flag(help: ArgumentHelp(zh: "一直读到末尾。", en: "Reads on to the end of the list."))
    var allPages = false

    func validate() throws {
        if let limit, limit < 1 {
            throw ValidationError(zh: "--limit 至少为 1", en: "--limit must be at least 1.")
        }
    }

    /// Reads a page, or all that follow, and writes them.
    ///
    /// - Parameter command: what is typed for the same list.
    func list<Item>(
        _ fetch: @escaping AllPages<Item>.Fetch, of command: [String], at session: Session,
        as lines: ([Item]) -> [String]
    ) async throws {
        let pages =
            allPages
            ? try await AllPages(fetch: fetch).read(from: cursor)
            : .init(replies: [try await fetch(cursor)])
        guard session.form == .people else {
            guard !allPages, let page = pages.replies.first else {
                return session.console.write(try pages.json())
            }
            return session.console.write(try PrettyJSON.text(answer: page))
        }
        let next = pages.replies.last?.value.next
        session.console.write(
            lines: lines(pages.items) + (next.map { more($0, command, session) } ?? []))
    }

    private func more(_ next: String, _ command: [String], _ session: Session) -> [String] {
        let limit = limit.map { ["--limit", String($0)] } ?? []
        let line = ShellWord.line(["zhuqi"] + command + limit + ["--cursor", next.plain])
        return [session.language("还有更多：", "more: ") + line]
    }
}
