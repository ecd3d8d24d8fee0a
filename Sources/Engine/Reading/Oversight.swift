package import Casework

/// Says on which issues what is owed is overseen: on those that one of its parts names.
package struct Oversight: Hashable, Sendable {
    /// True where it is all issues: the parts are not looked at then.
    package var isWhole = false
    package var divisions: [String] = []
    package var categories: [String] = []
    /// Units that lead, support or have the issue in their office, or that it is about.
    package var units: [UnitID] = []
    /// Those who handle it or look after it.
    package var persons: [PersonID] = []
    /// Units and persons again, as the duties of their issues name them.
    package var holders: [DutyHolder] = []
    package var subjects = Subjects()
    /// Complaints about these units are not overseen.
    package var silentUnits: [UnitID] = []
    /// Who oversees, and reads what it looks after whatever it complains about.
    package var own: PersonID?

    /// What issues are about, and to whom they climbed.
    package struct Subjects: Hashable, Sendable {
        package var enterprises: [EnterpriseID] = []
        package var projects: [String] = []
        package var chains: [String] = []
        package var levelHolders: [PersonID] = []

        package init() {}

        package var isEmpty: Bool { self == Subjects() }
    }

    package init() {}

    /// Every row by which a duty names a holder, but where the holder is no more than the unit of
    /// whoever has taken it on: that unit leads the issue.
    package var sides: [DutySide] {
        let parts: [DutyRow.Part] = [.owes, .substitutes, .helps, .waits]
        return holders.flatMap { holder in parts.map { DutySide(holder, $0) } }
    }
}
