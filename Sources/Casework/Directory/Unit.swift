package import Languages
import Workflow
package import WorkingTime

/// An organisation that handles, supports or watches issues.
///
/// Term: 责任单位.
package struct Unit: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case governmentDepartment, campaignOffice, taskForce, developmentZone, district
        case township, utility, carrier, bank, university, court, association
        /// The city's government as a whole: the root of the tree.
        case city
    }

    /// A name that a reorganisation gave the unit, from an instant on.
    package struct Renaming: Hashable, Sendable {
        package let from: Instant
        package let name: Label

        package init(from: Instant, name: Label) {
            self.from = from
            self.name = name
        }
    }

    package let id: UnitID
    /// Stable; survives reorganisations.
    package let code: String
    /// The name that it had first.
    package let name: Label
    /// Its later names, the oldest first.
    package let renamings: [Renaming]
    package let kind: Kind
    package let parent: UnitID?
    /// The division that the unit is competent for; six digits.
    package let division: String
    /// What the unit is competent for, e.g. `industry`; routing looks for these.
    package let functions: [String]
    /// Categories that a task force works on.
    package let categories: [String]
    /// Other names under which texts print the unit.
    package let aliases: [String]
    /// When a reorganisation ended it; nil while it exists.
    package let dissolvedAt: Instant?
    /// The unit that took over what a dissolved one had.
    package let successor: UnitID?

    package init(
        id: UnitID, code: String, name: Label, kind: Kind, parent: UnitID?, division: String,
        functions: [String], categories: [String], aliases: [String],
        renamings: [Renaming] = [], dissolvedAt: Instant? = nil, successor: UnitID? = nil
    ) {
        self.id = id
        self.code = code
        self.name = name
        self.renamings = renamings.sorted { $0.from < $1.from }
        self.kind = kind
        self.parent = parent
        self.division = division
        self.functions = functions
        self.categories = categories
        self.aliases = aliases
        self.dissolvedAt = dissolvedAt
        self.successor = successor
    }

    /// The name that the unit bore at an instant.
    package func name(at instant: Instant) -> Label {
        renamings.last { $0.from <= instant }?.name ?? name
    }

    package func exists(at instant: Instant) -> Bool {
        dissolvedAt.map { instant < $0 } ?? true
    }
}
