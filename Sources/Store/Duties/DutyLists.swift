package import Casework
package import Engine
import Postgres
import WorkingTime

/// Lists what is owed to whoever looks, and counts it.
package struct DutyLists: Sendable {
    let database: Database

    /// Lists what lies within reach, overdue first, then by deadline and class, after a place in that order.
    /// One duty may come more than once.
    ///
    /// - Parameter person: whose duties are left out where it took part and must not be the one; nil: none.
    package func page(
        of reach: DutyReach, narrowedTo filter: DutyFilter, barring person: PersonID?,
        after place: DutyPlace?, limit: Int
    ) async throws -> [DutyPlace] {
        let search = try await TextSearch.begin(filter.text, in: database)
        guard !search.findsNothing, !reach.isEmpty else { return [] }
        let narrowing = DutyNarrowing(
            filter: filter, search: search, place: place, limit: limit,
            catalogue: database.catalogue.value)
        let statements = statements(reach, barring: person, narrowing.parameters)
        let places = try await database.look(statements, planned: .forValues)
            .flatMap { try $0.map(StoredDutyRow.place) }
        return Array(places.sorted(by: DutyPlace.isInOrder).prefix(limit))
    }

    private func statements(
        _ reach: DutyReach, barring person: PersonID?, _ narrowing: [Parameter]
    ) -> [Statement] {
        var statements: [Statement] = []
        func add(_ query: QueryName, _ parameters: [Parameter]) {
            statements.append(database.queries.statement(query, parameters + narrowing))
        }
        if !reach.sides.isEmpty {
            let barred = person.map { Parameter.int64s([$0.rawValue]) } ?? .noInt64s
            add(.dutyPage, reach.sideParameters + [barred])
        }
        if !reach.divisions.isEmpty { add(.dutiesInDivisions, [.texts(reach.divisions)]) }
        if !reach.categories.isEmpty { add(.dutiesInCategories, [.texts(reach.categories)]) }
        if !reach.leadUnits.isEmpty {
            add(.dutiesLedBy, [.int64s(reach.leadUnits.map(\.rawValue))])
        }
        if !reach.subjects.isEmpty { add(.dutiesAbout, reach.subjects.parameters) }
        return statements
    }

    /// What is to be counted.
    package enum Counting: Sendable {
        /// What concerns some holders, but what some of them owe themselves.
        case held([DutySide], notOwedBy: [DutyHolder])
        case seen(DutyReach, isRaised: Bool)
    }

    /// Counts duties by how soon they are due, so many of each at most, by the indexes alone.
    ///
    /// - Parameters:
    ///   - person: whose own filings count whatever they complain about, and who must not have taken part in
    ///     what it holds.
    ///   - units: complaints about them do not count.
    /// - Returns: in the order of `countings`.
    package func counts(
        _ countings: [Counting], within spans: DutySpans, upTo most: Int, of person: PersonID,
        notAbout units: Set<UnitID>
    ) async throws -> [[DutyLight: DutyCount]] {
        let own = Parameter.text(DutyHolder.person(person).key)
        let silent = Parameter.int64s(units.map(\.rawValue))
        let statements = countings.map { counting in
            switch counting {
            case .held(let sides, let owing):
                database.queries.statement(
                    .heldDutyCounts,
                    spans.parameters + DutySide.parameters(sides)
                        + [
                            .int64s([person.rawValue]), silent, own,
                            .texts(owing.map(\.key)), .int32(Int32(most)),
                        ])
            case .seen(let reach, let isRaised):
                database.queries.statement(
                    .seenDutyCounts,
                    spans.parameters + reach.countParameters
                        + [.bool(isRaised), silent, own, .int32(Int32(most))])
            }
        }
        return try await database.look(statements, planned: .forValues).map(Self.counts)
    }

    private static func counts(_ rows: Rows) throws -> [DutyLight: DutyCount] {
        try rows.reduce(into: [:]) { counts, row in
            guard let light = DutyLight(rawValue: Int(try row.int64("place"))) else { return }
            counts[light] = DutyCount(
                count: Int(try row.int64("duties")), hasMore: try row.bool("has_more"))
        }
    }
}
