package import Casework
package import Engine
import Postgres

/// Reads what is owed, and writes it anew where it has to be reckoned from the events.
package struct DutyRecords: Sendable {
    let database: Database

    /// Tells whether there is an open issue of which nothing is owed.
    package static func areMissing(_ statements: NamedStatements) async throws -> Bool {
        guard let row = try await statements.rows(.dutiesAreKept).first,
            try row.bool("are_kept")
        else { return false }
        return !(try await statements.rows(.issuesWithoutDuty, .int64(0), .int32(1)).isEmpty)
    }

    /// Lists all that is stored of what is owed on issues.
    package func duties(of issues: [IssueID]) async throws -> [IssueID: [DutyChange.Put]] {
        try await database.read(.dutiesOfIssues, .int64s(issues.map(\.rawValue)))
            .reduce(into: [:]) { duties, row in
                duties[IssueID(try row.int64("issue_id")), default: []]
                    .append(try StoredDutyRow.duty(row))
            }
    }

    /// Lists all rows of the duties at some places.
    package func duties(at places: [DutyPlace]) async throws -> [IssueID: [DutyChange.Put]] {
        return try await database.read(
            .dutiesAt, .int64s(places.map(\.issue.rawValue)),
            .int32s(places.map { Int32($0.slot) })
        ).reduce(into: [:]) { duties, row in
            duties[IssueID(try row.int64("issue_id")), default: []]
                .append(try StoredDutyRow.duty(row))
        }
    }

    /// Lists open issues of which nothing is owed, ordered by id: no program that knows duties has
    /// changed them.
    package func issuesWithoutDuty(
        after last: IssueID?, limit: Int
    ) async throws -> [IssueID] {
        try await database.read(
            .issuesWithoutDuty, .int64(last?.rawValue ?? 0), .int32(Int32(limit))
        ).map { IssueID(try $0.int64("id")) }
    }

    /// Puts what is owed on issues in the place of what is stored.
    ///
    /// - Parameter owed: by issue, which is left alone where something has happened to it since it was
    ///   read.
    /// - Returns: the issues of which it was written.
    package func restore(
        _ owed: [(issue: Issue, change: DutyChange)]
    ) async throws -> Set<IssueID> {
        let queries = database.queries
        return try await converting {
            try await database.statements.transaction { connection in
                let held = try await connection.query(
                    queries.statement(
                        .holdIssuesAt, .int64s(owed.map(\.issue.id.rawValue)),
                        .int32s(owed.map { Int32($0.issue.sequence) }))
                ).map { IssueID(try $0.int64("id")) }
                var duties = DutyArrays()
                for (issue, change) in owed where held.contains(issue.id) {
                    duties.add(change, of: issue)
                }
                _ = try await connection.query(
                    queries.statement(.forgetDuties, .int64s(held.map(\.rawValue))))
                _ = try await connection.query(
                    queries.statement(.putDuties, duties.putParameters))
                return (.kept, Set(held))
            }
        }
    }
}
