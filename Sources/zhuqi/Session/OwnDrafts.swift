import APIModel
import Client

/// Finds what waits for whoever asks to be filed: what was kept, and what was sent back. Term: 草稿.
struct OwnDrafts {
    let session: Session

    /// Pages of duties, of one state after the other.
    func read() async throws(ClientError) -> AllPages<DutyAnswer>.Pages {
        let client = session.client
        var found = AllPages<DutyAnswer>.Pages()
        for state in try await states() {
            var query = DutyQuery(queue: .mine, limit: 200)
            query.state = state
            let wanted = query
            let pages = AllPages<DutyAnswer> { cursor throws(ClientError) in
                var query = wanted
                query.cursor = cursor
                return try await client.duties(query)
            }
            found.replies += try await pages.read().replies
        }
        return found
    }

    /// The states in which drafts are, by the workflows that keep any.
    private func states() async throws(ClientError) -> [String] {
        let workflows = try await CurrentWorkflows.read(at: session)
        return Set(workflows.flatMap { $0.drafting?.leadsTo ?? [] }).sorted()
    }

    /// The event by which a draft came to where it is.
    func origin(of draft: DutyAnswer) async throws(ClientError) -> EventAnswer? {
        let (client, issue) = (session.client, draft.issue)
        let pages = AllPages { cursor throws(ClientError) in
            try await client.events(of: issue, cursor: cursor, limit: 200)
        }
        return try await pages.read().items.last { $0.from != $0.to }
    }
}
