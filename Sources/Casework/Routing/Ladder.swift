package import Workflow

/// Says who must be told at each level as an issue is escalated.
///
/// Term: 提级. Source: DOMAIN §6, the service line.
package struct Ladder: Hashable, Sendable {
    package struct Level: Hashable, Sendable {
        package let level: Int
        package let label: Label
        package let role: Right.Role
        /// How the holder is found.
        package let holder: Holder

        package init(level: Int, label: Label, role: Right.Role, holder: Holder) {
            self.level = level
            self.label = label
            self.role = role
            self.holder = holder
        }
    }

    package enum Holder: String, CaseIterable, Sendable {
        /// The officers paired with the enterprise, or the one who filed.
        case pairing
        /// Holders of the role over a unit of the division.
        case division
        /// Holders of the role over the city's units.
        case city
    }

    /// A level that no alarm climbs to: people turn to it by hand.
    package struct LevelByHand: Hashable, Sendable {
        package let level: Int
        package let label: Label

        package init(level: Int, label: Label) {
            self.level = level
            self.label = label
        }
    }

    /// Rising by level, from 0.
    package let levels: [Level]
    package let byHand: LevelByHand?

    package init(levels: [Level], byHand: LevelByHand? = nil) {
        self.levels = levels
        self.byHand = byHand
    }
}
