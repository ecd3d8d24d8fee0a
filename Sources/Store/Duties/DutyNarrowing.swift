import Casework
import Engine
import Postgres
import WorkingTime

/// What a page of what is owed is narrowed to, as `dutiesAlong` takes it.
struct DutyNarrowing {
    let reach: DutyReach
    let filter: IssueFilter
    let search: TextSearch
    let place: DutyPlace?
    let limit: Int
    let catalogue: StateCatalogue

    /// - Parameter isWithinReach: true where the stretches hold nothing but what is within reach: it is not
    ///   asked for row by row.
    func parameters(isWithinReach: Bool) -> [Parameter] {
        start + held(isWithinReach) + head + search.patternParameters + overseen(isWithinReach)
    }

    private var start: [Parameter] {
        [
            .timestamp(microseconds: place.map { $0.dueAt?.microseconds ?? .max } ?? 0),
            .int16(Int16(place?.classRank ?? 0)), .int64(place?.issue.rawValue ?? 0),
            .int32(Int32(place?.slot ?? 0)), .int32(Int32(limit)),
            .timestamp(microseconds: filter.dueBefore?.microseconds),
        ]
    }

    /// Whether it is what anybody owes; else which holders it concerns, and whom it must not bar.
    private func held(_ isWithinReach: Bool) -> [Parameter] {
        switch reach {
        case .overseen: [.bool(true), .noTexts, .noTexts, .noInt64s]
        case .held(let sides, let barred):
            [.bool(false)]
                + (isWithinReach ? [.noTexts, .noTexts] : DutySide.parameters(sides))
                + [barred.map { .int64s([$0.rawValue]) } ?? .noInt64s]
        }
    }

    private var head: [Parameter] {
        [
            .bool(filter.isRaised),
            filter.state.map { .int32s(catalogue.ids(ofStatesNamed: $0)) } ?? .noInt32s,
            .text(filter.issueClass), .text(filter.category),
            filter.divisions.map { .texts($0) } ?? .noTexts,
            filter.leadUnits.map { .int64s($0.map(\.rawValue)) } ?? .noInt64s,
            filter.workflows.map { .int64s($0.map(\.rawValue)) } ?? .noInt64s,
        ]
    }

    private func overseen(_ isWithinReach: Bool) -> [Parameter] {
        switch reach {
        case .held: Oversight().conditions(isAsked: false)
        case .overseen(let oversight): oversight.conditions(isAsked: !isWithinReach)
        }
    }
}
