import APIModel
import Client

/// Reads what is owed, a page or all of it, and writes it.
struct DutyListing {
    let query: DutyQuery
    let allPages: Bool

    /// - Parameter now: what time it is for the issues.
    func write(to session: Session, now: String?) async throws {
        let pages = try await pages(from: session.client)
        guard session.form == .people else {
            guard !allPages, let page = pages.replies.first else {
                return session.console.write(try pages.json())
            }
            return session.console.write(try PrettyJSON.text(answer: page))
        }
        let table = DutyTable(
            duties: pages.items, query: query, next: pages.replies.last?.value.next, now: now,
            language: session.language)
        session.console.write(lines: table.lines(on: session.console.canvas))
    }

    private func pages(
        from client: APIClient
    ) async throws(ClientError) -> AllPages<DutyAnswer>.Pages {
        guard allPages else { return .init(replies: [try await client.duties(query)]) }
        let pages = AllPages { cursor throws(ClientError) in
            var query = query
            query.cursor = cursor
            return try await client.duties(query)
        }
        return try await pages.read(from: query.cursor)
    }
}
