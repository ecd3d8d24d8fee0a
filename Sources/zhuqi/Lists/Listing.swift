import APIModel
import Client
import Languages

/// Reads a list, a page of it or all, and writes it in the form that was asked for.
struct Listing<Column: ListColumn> {
    typealias Item = Column.Item

    let fetch: AllPages<Item>.Fetch
    /// Where it begins; nil at the start.
    let cursor: String?
    let readsAll: Bool
    let order: ListOrder<Column>
    /// Of a sorted list, how many lines are written; nil for all.
    let most: Int?
    let writer: ListWriter<Column>
    /// So many items are read at most to be sorted.
    var mostSorted = Self.usualMost

    static var usualMost: Int { 20_000 }
    /// What the server gives at once at most.
    static var largestPage: Int { 200 }

    private var isSorted: Bool { !order.terms.isEmpty }

    /// For people.
    ///
    /// - Parameter table: shows items, and says where the page after them begins.
    func lines(
        at session: Session, _ table: (_ items: [Item], _ next: String?) -> [String]
    ) async throws -> [String] {
        let pages = try await pages(at: session)
        let sorted = order.sorted(pages.items) { $0 }
        let shown = Array(sorted.prefix(most ?? .max))
        return table(shown, isSorted ? nil : pages.next)
            + notes(pages, sorted.count - shown.count, session)
    }

    /// For programs.
    func write(to session: Session) async throws {
        let pages = try await pages(at: session)
        if writer.form == .document, writer.fields == nil, !readsAll, !isSorted,
            let page = pages.replies.first
        {
            return session.console.write(try PrettyJSON.text(answer: page))
        }
        let lines = zip(pages.items, try pages.values()).map { (item: $0, value: $1) }
        let sorted = order.sorted(lines, by: \.item)
        let shown = Array(sorted.prefix(most ?? .max))
        let next = isSorted ? nil : pages.next
        session.console.write(try writer.text(shown, next: next))
        var warnings = notes(pages, sorted.count - shown.count, session)
        if next != nil, writer.form != .document {
            warnings.append(
                session.language(
                    "还有更多：--all-pages 读到末尾", "there are more: --all-pages reads to the end"))
        }
        if !warnings.isEmpty { session.console.warn(lines: warnings) }
    }

    private func pages(at session: Session) async throws(ClientError) -> AllPages<Item>.Pages {
        guard readsAll || isSorted else { return .init(replies: [try await fetch(cursor)]) }
        var progress = Progress(session.console)
        defer { progress.end() }
        return try await AllPages(fetch: fetch).read(
            from: cursor, most: isSorted ? mostSorted : .max
        ) { count in
            progress.tell(session.language("已读 \(count) 项……", "\(count) read …"))
        }
    }

    /// What a sorted list leaves out.
    private func notes(
        _ pages: AllPages<Item>.Pages, _ leftOut: Int, _ session: Session
    ) -> [String] {
        let language = session.language
        let more = leftOut > 0 ? LeftOut(language: language).more(leftOut) : []
        guard isSorted, pages.next != nil else { return more }
        return more + [
            language(
                "只读了前 \(pages.items.count) 项来排序，实际更多；请先缩小范围",
                "only the first \(pages.items.count) were read to be sorted, there are more: "
                    + "narrow the list")
        ]
    }
}
