import Casework
import Engine
import Postgres
import WorkingTime

/// The place, the length and the filters of a page of what is owed, as its statements take them.
struct DutyNarrowing {
    let filter: DutyFilter
    let search: TextSearch
    let place: DutyPlace?
    let limit: Int
    let catalogue: StateCatalogue

    var parameters: [Parameter] {
        let states = filter.state.map { catalogue.ids(ofStatesNamed: $0) }
        return [
            .timestamp(microseconds: place.map { $0.dueAt?.microseconds ?? .max } ?? 0),
            .int16(Int16(place?.classRank ?? 0)), .int64(place?.issue.rawValue ?? 0),
            .int32(Int32(place?.slot ?? 0)), .int32(Int32(limit)),
            .timestamp(microseconds: filter.dueBefore?.microseconds), .bool(filter.isRaised),
            states.map { .int32s($0) } ?? .noInt32s, .text(filter.issueClass),
            .text(filter.category), filter.divisions.map { .texts($0) } ?? .noTexts,
            filter.leadUnits.map { .int64s($0.map(\.rawValue)) } ?? .noInt64s,
            filter.workflows.map { .int64s($0.map(\.rawValue)) } ?? .noInt64s,
        ] + search.parameters
    }
}

extension DutySide {
    /// Holders, and the part of each.
    static func parameters(_ sides: [DutySide]) -> [Parameter] {
        [.texts(sides.map(\.holder.key)), .texts(sides.map(\.part.rawValue))]
    }
}

extension DutyReach {
    var sideParameters: [Parameter] { DutySide.parameters(sides) }

    /// As `seenDutyCounts` takes them.
    var countParameters: [Parameter] {
        [.texts(divisions), .texts(categories), .int64s(leadUnits.map(\.rawValue))]
            + sideParameters + subjects.parameters
    }
}

extension DutyReach.Subjects {
    var parameters: [Parameter] {
        [
            .int64s(enterprises.map(\.rawValue)), .texts(projects), .texts(chains),
            .int64s(levelHolders.map(\.rawValue)), .int64s(units.map(\.rawValue)),
        ]
    }
}

extension DutySpans {
    private static let lastInstant: Int64 = 253_402_300_799_999_999

    /// Where the span of each light begins and ends, both included, in the order of lights.
    var parameters: [Parameter] {
        let (now, tomorrow) = (now.microseconds, tomorrow.microseconds)
        return [
            .timestamps([0, now, tomorrow, .max]),
            .timestamps([now - 1, tomorrow - 1, Self.lastInstant, .max]),
        ]
    }
}
