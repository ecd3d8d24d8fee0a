import Casework
import Engine
import Postgres

extension Oversight {
    /// By what of its head an issue is overseen, the units about which complaints are not, and who reads
    /// its own even then.
    ///
    /// - Parameter isAsked: false where all heads are overseen, or those alone are looked at that are.
    func conditions(isAsked: Bool) -> [Parameter] {
        [
            isAsked ? .int64s(persons.map(\.rawValue)) : .noInt64s, units.parameter,
            .texts(divisions), .texts(categories), .int64s(subjects.enterprises.map(\.rawValue)),
            .texts(subjects.projects), .texts(subjects.chains),
            .int64s(subjects.levelHolders.map(\.rawValue)),
            // What nothing is asked of is not read.
            silentUnits.isEmpty ? .noInt64s : silentUnits.parameter, .int64(own?.rawValue),
        ]
    }

    /// Divisions, categories, lead units, and holders with their parts, as `seenDutyCounts` takes them.
    var branchParameters: [Parameter] {
        [.texts(divisions), .texts(categories), units.parameter] + DutySide.parameters(sides)
    }

    /// As `issuesAbout` takes them.
    var aboutParameters: [Parameter] {
        [
            .int64s(subjects.enterprises.map(\.rawValue)), .texts(subjects.projects),
            .texts(subjects.chains), .int64s(subjects.levelHolders.map(\.rawValue)),
            units.parameter,
        ]
    }
}

extension DutySide {
    /// Holders, and the part of each.
    static func parameters(_ sides: [DutySide]) -> [Parameter] {
        [.texts(sides.map(\.holder.key)), .texts(sides.map(\.part.rawValue))]
    }
}

extension [UnitID] {
    var parameter: Parameter { .int64s(map(\.rawValue)) }
}
