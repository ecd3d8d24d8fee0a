package import Casework
package import Engine
import Postgres
package import WorkingTime

/// Lists issues: those that somebody may see, queues, and what was filed lately.
package struct IssueLists: Sendable {
    let database: Database

    /// Lists visible issues by class, then deadline, after a place in that order.
    package func list(
        _ filter: IssueFilter, in scope: Scope, after place: QueuePlace?, limit: Int
    ) async throws -> [QueuePlace] {
        let search = try await TextSearch.begin(filter.text, in: database)
        guard !search.findsNothing else { return [] }
        let rows = try await database.search(
            .visibleIssues,
            scopeParameters(scope) + filterParameters(filter) + search.parameters
                + placeParameters(place)
                + [
                    .int32(Int32(limit)), .texts(Array(scope.projects)),
                    .texts(Array(scope.chains)), .int64(scope.own?.rawValue),
                ] + placingParameters(filter, few: try await database.fewIssues(inStateOf: filter)))
        return try rows.map(self.place)
    }

    /// Lists the open issues that one unit leads, by the index made for that.
    package func queue(
        of unit: UnitID, after place: QueuePlace?, limit: Int
    ) async throws -> [QueuePlace] {
        let place = placeParameters(place)
        return try await database.read(
            .unitQueue, .int64(unit.rawValue), place[0], place[1], place[2], .int32(Int32(limit))
        ).map(self.place)
    }

    /// Lists what an enterprise filed since an instant, the newest first.
    package func recentIssues(
        of enterprise: EnterpriseID, since: Instant, limit: Int
    ) async throws -> [IssueID] {
        try await recent(.recentIssuesOfEnterprise, .int64(enterprise.rawValue), since, limit)
    }

    /// Lists what was filed in a category since an instant, the newest first.
    package func recentIssues(
        inCategory category: String, since: Instant, limit: Int
    ) async throws -> [IssueID] {
        try await recent(.recentIssuesOfCategory, .text(category), since, limit)
    }

    /// Lists open issues of a category filed since an instant, the newest first.
    package func recentOpenIssues(
        inCategory category: String, since: Instant, limit: Int
    ) async throws -> [IssueID] {
        try await recent(.recentOpenIssues, .text(category), since, limit)
    }

    private func recent(
        _ query: QueryName, _ what: Parameter, _ since: Instant, _ limit: Int
    ) async throws -> [IssueID] {
        try await database.search(
            query, [what, .timestamp(microseconds: since.microseconds), .int32(Int32(limit))]
        ).map { IssueID(try $0.int64("id")) }
    }

    private func place(_ row: Row) throws -> QueuePlace {
        QueuePlace(
            classRank: Int(try row.int16("class_rank")),
            dueAt: try row.instant("due_at"),
            issue: IssueID(try row.int64("id")))
    }

    private func scopeParameters(_ scope: Scope) -> [Parameter] {
        [
            .bool(scope.seesAll), .int64(scope.issue?.rawValue),
            .int64s(scope.persons.map(\.rawValue)),
            .int64s(scope.enterprises.map(\.rawValue)), .int64s(scope.units.map(\.rawValue)),
            .texts(Array(scope.divisions)), .texts(Array(scope.categories)),
            .int64s(scope.mayNotReadAbout.map(\.rawValue)),
        ]
    }

    private func filterParameters(_ filter: IssueFilter) -> [Parameter] {
        let states = filter.state.map { database.catalogue.value.ids(ofStatesNamed: $0) }
        return [
            .bool(filter.isOpen),
            filter.leadUnits.map { .int64s($0.map(\.rawValue)) } ?? .noInt64s,
            states.map { .int32s($0) } ?? .noInt32s,
            .text(filter.issueClass), .text(filter.category),
            .timestamp(microseconds: filter.dueBefore?.microseconds),
            .bool(filter.isRaised), .int64(filter.mineOf?.rawValue),
        ]
    }

    /// Where it happens and by which versions; and all issues in the state, where they are few.
    private func placingParameters(_ filter: IssueFilter, few: [Int64]?) -> [Parameter] {
        [
            filter.divisions.map { .texts($0) } ?? .noTexts,
            filter.workflows.map { .int64s($0.map(\.rawValue)) } ?? .noInt64s,
            few.map { .int64s($0) } ?? .noInt64s,
        ]
    }

    private func placeParameters(_ place: QueuePlace?) -> [Parameter] {
        [
            .int16(place.map { Int16($0.classRank) } ?? -1),
            .timestamp(microseconds: place?.dueAt.microseconds ?? 0),
            .int64(place?.issue.rawValue ?? 0),
        ]
    }
}
