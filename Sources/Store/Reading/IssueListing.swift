package import Casework
package import Engine
import Postgres
package import WorkingTime

extension PostgresCaseStore {
    /// Lists visible issues by class, then deadline, after a place in that order.
    package func list(
        _ filter: IssueFilter, in scope: Scope, after place: QueuePlace?, limit: Int
    ) async throws -> [QueuePlace] {
        let rows = try await search(
            .visibleIssues,
            scopeParameters(scope) + filterParameters(filter) + placeParameters(place)
                + [
                    .int32(Int32(limit)), .texts(Array(scope.projects)),
                    .texts(Array(scope.chains)), .int64(scope.own?.rawValue),
                ])
        return try rows.map(self.place)
    }

    /// Lists the open issues that one unit leads, by the index made for that.
    package func queue(
        of unit: UnitID, after place: QueuePlace?, limit: Int
    ) async throws -> [QueuePlace] {
        let place = placeParameters(place)
        return try await read(
            .unitQueue, .int64(unit.rawValue), place[0], place[1], place[2], .int32(Int32(limit))
        ).map(self.place)
    }

    package func recentIssues(
        of enterprise: EnterpriseID, since: Instant, limit: Int
    ) async throws -> [IssueID] {
        try await search(
            .recentIssuesOfEnterprise,
            [
                .int64(enterprise.rawValue), .timestamp(microseconds: since.microseconds),
                .int32(Int32(limit)),
            ]
        ).map { IssueID(try $0.int64(0)) }
    }

    package func recentIssues(
        inCategory category: String, since: Instant, limit: Int
    ) async throws -> [IssueID] {
        try await search(
            .recentIssuesOfCategory,
            [
                .text(category), .timestamp(microseconds: since.microseconds),
                .int32(Int32(limit)),
            ]
        ).map { IssueID(try $0.int64(0)) }
    }

    private func place(_ row: Row) throws -> QueuePlace {
        QueuePlace(
            classRank: Int(try row.int16(1)),
            dueAt: Instant(microseconds: try row.timestamp(2)),
            issue: IssueID(try row.int64(0)))
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
        let states = filter.state.map { catalogue.value.ids(ofStatesNamed: $0) }
        let text = filter.text.map(Bigrams.normalised)
        // Numbers are not among the pairs.
        let isNumber = text?.hasPrefix("zq") ?? false
        let bigrams = isNumber ? [] : text.map(Bigrams.all(of:)) ?? []
        return [
            .bool(filter.isOpen),
            filter.leadUnits.map { .int64s($0.map(\.rawValue)) } ?? nullInt64s,
            states.map { .int32s($0) } ?? nullInt32s,
            .text(filter.issueClass), .text(filter.category),
            .timestamp(microseconds: filter.dueBefore?.microseconds),
            .int16(filter.minimumLevel.map(Int16.init)), .int64(filter.mineOf?.rawValue),
            bigrams.isEmpty ? nullTexts : .texts(bigrams),
            text.map { .texts(Bigrams.patterns($0)) } ?? nullTexts,
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

/// Arrays that are NULL as a whole: the filter does not apply.
private let nullInt64s = Parameter(oid: Parameter.int64s([Int64]()).oid, bytes: nil)
private let nullInt32s = Parameter(oid: Parameter.int32s([Int32]()).oid, bytes: nil)
let nullTexts = Parameter(oid: Parameter.texts([String]()).oid, bytes: nil)
