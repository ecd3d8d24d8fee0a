package import Casework
package import Engine
import Postgres
package import WorkingTime

/// Counts issues by group, for whoever oversees them.
package struct SummaryRecords: Sendable {
    let database: Database

    /// Counts what was filed and closed in a span of time, and what is open now, of one moment.
    ///
    /// - Returns: by unit or officer (its id), division or category (its code); nil: in none.
    package func counts(
        by grouping: SummaryGrouping, in scope: Scope, over span: Range<Instant>, at now: Instant,
        closing names: [ClosingNames]
    ) async throws -> [String?: SummaryCounts] {
        let common = parameters(of: scope) + [.text(grouping.rawValue)]
        let answers = try await database.look(
            [
                database.queries.statement(
                    .periodCounts, common + parameters(of: span) + (try parameters(of: names))),
                database.queries.statement(
                    .openCounts, common + [.timestamp(microseconds: now.microseconds)]),
            ], planned: .forValues)
        var counts: [String?: SummaryCounts] = [:]
        for row in answers[0] {
            counts[try row.textOrNil("member"), default: SummaryCounts()] += try happened(row)
        }
        for row in answers[1] {
            counts[try row.textOrNil("member"), default: SummaryCounts()] += try standing(row)
        }
        return counts
    }

    private func happened(_ row: Row) throws -> SummaryCounts {
        var counts = SummaryCounts()
        counts.filed = Int(try row.int64("filed_count"))
        counts.closed = Int(try row.int64("closed_count"))
        counts.judged = Int(try row.int64("judged_count"))
        counts.inTime = Int(try row.int64("in_time_count"))
        return counts
    }

    private func standing(_ row: Row) throws -> SummaryCounts {
        var counts = SummaryCounts()
        counts.open = Int(try row.int64("open_count"))
        counts.overdue = Int(try row.int64("overdue_count"))
        counts.raised = Int(try row.int64("raised_count"))
        return counts
    }

    private func parameters(of scope: Scope) -> [Parameter] {
        [
            .bool(scope.seesAll), .int64s(scope.persons.map(\.rawValue)),
            .int64s(scope.enterprises.map(\.rawValue)), .int64s(scope.units.map(\.rawValue)),
            .texts(Array(scope.divisions)), .texts(Array(scope.categories)),
            .texts(Array(scope.projects)), .texts(Array(scope.chains)),
            .int64s(scope.mayNotReadAbout.map(\.rawValue)), .int64(scope.own?.rawValue),
        ]
    }

    private func parameters(of span: Range<Instant>) -> [Parameter] {
        [
            .timestamp(microseconds: span.lowerBound.microseconds),
            .timestamp(microseconds: span.upperBound.microseconds),
        ]
    }

    /// The states that mean closed, and the clocks that are the resolution, version by version.
    private func parameters(of names: [ClosingNames]) throws -> [Parameter] {
        let catalogue = database.catalogue.value
        let states = try names.flatMap { version in
            try version.closed.map { try catalogue.state($0, of: version.version).id }
        }
        let clocks = names.flatMap { version in
            version.resolutions.map { (version: version.version.rawValue, kind: $0) }
        }
        return [.int32s(states), .int64s(clocks.map(\.version)), .texts(clocks.map(\.kind))]
    }
}
