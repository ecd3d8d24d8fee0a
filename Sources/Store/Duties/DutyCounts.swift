package import Casework
package import Engine
import Postgres
import WorkingTime

/// Counts what is owed by how soon it is due, so much of each at most, by the indexes alone.
package struct DutyCounts: Sendable {
    let database: Database

    /// So many rows are looked at for those that somebody oversees.
    private static let mostLooked = 3000

    /// What is to be counted.
    package enum Counting: Sendable {
        /// What concerns some holders, but what some of them owe themselves.
        case held([DutySide], notOwedBy: [DutyHolder])
        /// What is overseen: by its stretches, each whole.
        case overseen(Oversight, isRaised: Bool)
        /// The same, by the order of all: for whoever oversees much.
        case ofAll(Oversight, isRaised: Bool)
    }

    /// - Parameters:
    ///   - most: of one span; what is more is told, and not counted.
    ///   - person: whose own filings count whatever they complain about, and who must not have taken part in
    ///     what it holds.
    ///   - units: complaints about them do not count.
    /// - Returns: in the order of `countings`.
    package func counts(
        _ countings: [Counting], within spans: DutySpans, upTo most: Int, of person: PersonID,
        notAbout units: Set<UnitID>
    ) async throws -> [[DutyLight: DutyCount]] {
        var statements = [TransactionControl.readInOrder]
        for counting in countings {
            statements.append(
                try await statement(
                    counting, spans.parameters, .int32(Int32(most)), person, Array(units)))
        }
        return try await database.look(statements, planned: .forValues)
            .dropFirst().map(Self.counts)
    }

    private func statement(
        _ counting: Counting, _ spans: [Parameter], _ most: Parameter, _ person: PersonID,
        _ silent: [UnitID]
    ) async throws -> Statement {
        let own = Parameter.text(DutyHolder.person(person).key)
        switch counting {
        case .held(let sides, let owing):
            return database.queries.statement(
                .heldDutyCounts,
                spans + DutySide.parameters(sides)
                    + [
                        .int64s([person.rawValue]), silent.parameter, own,
                        .texts(owing.map(\.key)), most,
                    ])
        case .overseen(let oversight, let isRaised):
            let about = try await database.issues(about: oversight)
            return database.queries.statement(
                .seenDutyCounts,
                spans + oversight.branchParameters
                    + [.int64s(about), .bool(isRaised), silent.parameter, own, most])
        case .ofAll(let oversight, let isRaised):
            return database.queries.statement(
                .dutyCountsInOrder,
                spans + [.bool(isRaised)] + oversight.conditions(isAsked: !oversight.isWhole)
                    + [most, .int32(Int32(Self.mostLooked))])
        }
    }

    private static func counts(_ rows: Rows) throws -> [DutyLight: DutyCount] {
        try rows.reduce(into: [:]) { counts, row in
            guard let light = DutyLight(rawValue: Int(try row.int64("place"))) else { return }
            counts[light] = DutyCount(
                count: Int(try row.int64("duties")), hasMore: try row.bool("has_more"))
        }
    }
}

extension DutySpans {
    private static let lastInstant: Int64 = 253_402_300_799_999_999

    /// One span that holds every deadline.
    static var anyTime: [Parameter] { [.timestamps([0]), .timestamps([.max])] }

    /// Where the span of each light begins and ends, both included, in the order of lights.
    fileprivate var parameters: [Parameter] {
        let (now, tomorrow) = (now.microseconds, tomorrow.microseconds)
        return [
            .timestamps([0, now, tomorrow, .max]),
            .timestamps([now - 1, tomorrow - 1, Self.lastInstant, .max]),
        ]
    }
}
