import Casework
import Engine
import Postgres

/// Stretches of one kind over what is owed, each in the order of queues by an index of its own.
struct DutyStretches: Equatable {
    /// As `dutiesAlong` names them.
    enum Kind: String {
        case all, holder, division, category, lead, state
        /// What is owed on one issue: little, and sorted.
        case issue
    }

    let kind: Kind
    private let values: [String]
    /// Of holders.
    private let parts: [String]

    private init(_ kind: Kind, _ values: [String], parts: [String] = []) {
        self.kind = kind
        self.values = values
        self.parts = parts
    }

    static let all = DutyStretches(.all, [""])

    static func sides(_ sides: [DutySide]) -> DutyStretches {
        DutyStretches(.holder, sides.map(\.holder.key), parts: sides.map(\.part.rawValue))
    }

    static func issues(_ issues: [Int64]) -> DutyStretches {
        DutyStretches(.issue, issues.map(String.init))
    }

    /// Those that hold whatever a filter lets through, the shortest that it names; nil where it names none.
    init?(of filter: IssueFilter, _ catalogue: StateCatalogue) {
        if let units = filter.leadUnits {
            self = .led(by: units)
        } else if let category = filter.category {
            self = DutyStretches(.category, [category])
        } else if let state = filter.state {
            self = DutyStretches(.state, catalogue.ids(ofStatesNamed: state).map(String.init))
        } else if filter.isRaised {
            self = .all
        } else if let divisions = filter.divisions {
            self = DutyStretches(.division, divisions)
        } else {
            return nil
        }
    }

    /// Those that hold what is overseen, but for what issues are about.
    static func of(_ oversight: Oversight, within divisions: [String]?) -> [DutyStretches] {
        [
            DutyStretches(
                .division, oversight.divisions.filter { divisions?.contains($0) ?? true }),
            DutyStretches(.category, oversight.categories), .led(by: oversight.units),
            .sides(oversight.sides),
        ].filter { !$0.isEmpty }
    }

    private static func led(by units: [UnitID]) -> DutyStretches {
        DutyStretches(.lead, units.map { String($0.rawValue) })
    }

    var isEmpty: Bool { values.isEmpty }

    /// The kind, the stretches, and the part of each holder.
    var parameters: [Parameter] {
        [.text(kind.rawValue), .texts(values), .texts(parts)]
    }
}
