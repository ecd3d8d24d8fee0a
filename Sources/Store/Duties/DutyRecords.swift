package import Casework
package import Engine
import Postgres
import WorkingTime

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

    /// Lists what concerns some holders in some ways, overdue first, then by deadline and class, after a
    /// place in that order. One duty may come more than once.
    ///
    /// - Parameters:
    ///   - sides: whom it concerns, and how.
    ///   - person: left out where it took part and must not be the one.
    package func page(
        of sides: [DutySide], barring person: PersonID, after place: DutyPlace?, limit: Int
    ) async throws -> [DutyPlace] {
        try await database.search(
            .dutyPage,
            [
                .texts(sides.map(\.holder.key)), .texts(sides.map(\.part.rawValue)),
                .int64s([person.rawValue]),
                .timestamp(microseconds: place.map { $0.dueAt?.microseconds ?? .max } ?? 0),
                .int16(Int16(place?.classRank ?? 0)), .int64(place?.issue.rawValue ?? 0),
                .int32(Int32(place?.slot ?? 0)), .int32(Int32(limit)),
            ]
        ).map(StoredDutyRow.place)
    }

    /// Lists all that is stored of what is owed on issues.
    package func duties(of issues: [IssueID]) async throws -> [IssueID: [DutyChange.Put]] {
        try await database.read(.dutiesOfIssues, .int64s(issues.map(\.rawValue)))
            .reduce(into: [:]) { duties, row in
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

/// Reads a row of `dutiesOfIssues`.
enum StoredDutyRow {
    /// Of `dutyPage`.
    static func place(_ row: Row) throws -> DutyPlace {
        let due = try row.instant("due_at")
        return DutyPlace(
            dueAt: due.microseconds == .max ? nil : due,
            classRank: Int(try row.int16("class_rank")),
            issue: IssueID(try row.int64("issue_id")), slot: Int(try row.int32("slot")),
            key: DutyRow.Key(
                slot: Int(try row.int32("slot")), holder: try row.text("holder")))
    }

    static func duty(_ row: Row) throws -> DutyChange.Put {
        guard let part = DutyRow.Part(rawValue: try row.text("part")) else {
            throw WorldFault("a duty of issue \(try row.int64("issue_id")) has an unknown part")
        }
        let due = try row.instant("due_at")
        return DutyChange.Put(
            row: DutyRow(
                key: DutyRow.Key(
                    slot: Int(try row.int32("slot")), holder: try row.text("holder")),
                part: part, actions: try row.texts("actions"),
                barred: try row.int64s("barred").map(PersonID.init),
                dueAt: due.microseconds == .max ? nil : due,
                isPaused: try row.bool("is_paused"), isBlocked: try row.bool("is_blocked"),
                classRank: Int(try row.int16("class_rank"))),
            since: try row.instant("since"))
    }
}
