import Casework
package import Engine
import Postgres
import WorkingTime

/// Lists what is owed to whoever looks.
package struct DutyLists: Sendable {
    let database: Database

    /// So many rows of each stretch of what somebody oversees are read past what a filter leaves out, before
    /// the stretches of the filter are read past what is not overseen.
    private static let fewOverseen = 3000

    /// Lists what lies within reach, overdue first, then by deadline and class, after a place in that order.
    /// What concerns several holders comes for each.
    package func page(
        of reach: DutyReach, narrowedTo filter: IssueFilter, after place: DutyPlace?, limit: Int
    ) async throws -> [DutyPlace] {
        let search = try await TextSearch.begin(filter.text, in: database)
        guard !search.findsNothing else { return [] }
        let (stretches, isWithinReach) = try await way(to: reach, filter, search)
        let narrowing = DutyNarrowing(
            reach: reach, filter: filter, search: search, place: place, limit: limit,
            catalogue: database.catalogue.value
        ).parameters(isWithinReach: isWithinReach)
        let places = try await read(stretches) { $0.parameters + narrowing }
        return Array(Set(places).sorted(by: DutyPlace.isInOrder).prefix(limit))
    }

    /// Reads some issues whole, and all other stretches in their order.
    private func read(
        _ stretches: [DutyStretches], _ parameters: (DutyStretches) -> [Parameter]
    ) async throws -> [DutyPlace] {
        func statements(_ stretches: [DutyStretches]) -> [Statement] {
            stretches.map { database.queries.statement(.dutiesAlong, parameters($0)) }
        }
        let issues = statements(stretches.filter { $0.kind == .issue })
        let others = statements(stretches.filter { $0.kind != .issue })
        guard issues.count + others.count > 0 else { return [] }
        return try await database.look(
            issues + [TransactionControl.readInOrder] + others, planned: .forValues
        ).flatMap { try $0.map(StoredDutyRow.place) }
    }
}

/// The shortest way to what is asked for.
extension DutyLists {
    private typealias Way = (stretches: [DutyStretches], isWithinReach: Bool)

    private func way(
        to reach: DutyReach, _ filter: IssueFilter, _ search: TextSearch
    ) async throws -> Way {
        if case .few(let issues) = search { return ([.issues(issues)], false) }
        switch reach {
        case .held(let sides, _):
            guard !sides.isEmpty else { return ([], true) }
            if let issues = try await database.fewIssues(inStateOf: filter) {
                return ([.issues(issues)], false)
            }
            return ([.sides(sides)], true)
        case .overseen(let oversight): return try await way(to: oversight, filter)
        }
    }

    /// By what a filter names where all or much is overseen, else by what is overseen.
    private func way(to oversight: Oversight, _ filter: IssueFilter) async throws -> Way {
        let narrowed = DutyStretches(of: filter, database.catalogue.value)
        if oversight.isWhole { return ([narrowed ?? .all], true) }
        if let narrowed, try await isMuch(oversight) { return ([narrowed], false) }
        let about = try await database.issues(about: oversight)
        return (
            DutyStretches.of(oversight, within: filter.divisions)
                + (about.isEmpty ? [] : [.issues(about)]), true
        )
    }

    private func isMuch(_ oversight: Oversight) async throws -> Bool {
        let statement = database.queries.statement(
            .seenDutyCounts,
            DutySpans.anyTime + oversight.branchParameters
                + [
                    .int64s([Int64]()), .bool(false), .int64s([Int64]()), .text(""),
                    .int32(Int32(Self.fewOverseen)),
                ])
        return try await database.look(
            [TransactionControl.readInOrder, statement], planned: .forValues
        )[1].first
            .map { try $0.bool("has_more") } ?? false
    }
}

extension Database {
    /// The open issues that are overseen by what they are about, or climbed to whoever oversees.
    func issues(about oversight: Oversight) async throws -> [Int64] {
        guard !oversight.subjects.isEmpty || !oversight.units.isEmpty else { return [] }
        return try await search(.issuesAbout, oversight.aboutParameters)
            .map { try $0.int64("id") }
    }
}
