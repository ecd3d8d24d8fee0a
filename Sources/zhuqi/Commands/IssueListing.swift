import APIModel
import Client

/// Reads a list of issues, a page or all of it, and writes it.
struct IssueListing {
    let query: IssueQuery
    let allPages: Bool

    func write(to session: Session) async throws {
        let pages = try await pages(from: session.client)
        guard session.form == .people else {
            guard !allPages, let page = pages.replies.first else {
                return session.console.write(try pages.json())
            }
            return session.console.write(try PrettyJSON.text(answer: page))
        }
        let table = QueueTable(
            issues: pages.items, query: query, next: pages.replies.last?.value.next,
            language: session.language)
        session.console.write(lines: table.lines(on: session.console.canvas))
    }

    private func pages(
        from client: APIClient
    ) async throws(ClientError) -> AllPages<IssueAnswer>.Pages {
        guard allPages else { return .init(replies: [try await client.issues(query)]) }
        let pages = AllPages { cursor throws(ClientError) in
            var query = query
            query.cursor = cursor
            return try await client.issues(query)
        }
        return try await pages.read(from: query.cursor)
    }
}
