import Testing

/// What the database holds after the chaos, read with psql.
struct ChaosHistory {
    struct Event {
        let issue: String
        let sequence: Int
        let comment: String
        let digest: String
    }

    /// The events of people that bear a client's key as their comment.
    let events: [Event]
    /// The version of each issue's head.
    let heads: [String: Int]

    init(of server: TestServer) async throws {
        events = try await server.psql(
            """
            SELECT issue_id, sequence, body->>'comment', encode(digest, 'hex')
            FROM issue_event WHERE body->>'comment' IS NOT NULL ORDER BY issue_id, sequence
            """
        ).split(separator: "\n").map { line in
            let columns = line.split(separator: "|").map(String.init)
            try #require(columns.count == 4, "\(line)")
            return Event(
                issue: columns[0], sequence: try #require(Int(columns[1])), comment: columns[2],
                digest: columns[3])
        }
        let rows = try await server.psql("SELECT id, sequence FROM issue").split(separator: "\n")
        heads = rows.reduce(into: [:]) { heads, line in
            let columns = line.split(separator: "|").map(String.init)
            heads[columns[0]] = Int(columns[1])
        }
    }
}
