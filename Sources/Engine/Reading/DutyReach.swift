package import Casework

/// Whose duties a list holds: each part of it is one stretch of an index, but for what issues are about.
package struct DutyReach: Hashable, Sendable {
    /// Whom a duty concerns, and how.
    package var sides: [DutySide] = []
    package var divisions: [String] = []
    package var categories: [String] = []
    package var leadUnits: [UnitID] = []
    package var subjects = Subjects()

    /// What issues are about, and to whom they climbed.
    package struct Subjects: Hashable, Sendable {
        package var enterprises: [EnterpriseID] = []
        package var projects: [String] = []
        package var chains: [String] = []
        package var levelHolders: [PersonID] = []
        package var units: [UnitID] = []

        package init() {}

        package var isEmpty: Bool { self == Subjects() }
    }

    package init() {}

    package var isEmpty: Bool { self == DutyReach() }
}
