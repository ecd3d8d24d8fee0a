package import Workflow

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

    package let id: UnitID
    /// Stable; survives reorganisations.
    package let code: String
    package let name: Label
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

    package init(
        id: UnitID, code: String, name: Label, kind: Kind, parent: UnitID?, division: String,
        functions: [String], categories: [String], aliases: [String]
    ) {
        self.id = id
        self.code = code
        self.name = name
        self.kind = kind
        self.parent = parent
        self.division = division
        self.functions = functions
        self.categories = categories
        self.aliases = aliases
    }
}
