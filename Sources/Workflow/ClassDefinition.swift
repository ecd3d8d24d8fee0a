package import Languages
package import WorkingTime

/// Describes one class of issues: how urgent, and how long everything may take.
///
/// Term: 研判定级. Source: DOMAIN §6.
package struct ClassDefinition: Hashable, Sendable {
    /// Says how far the resolve deadline may be moved.
    package struct ExtensionAllowance: Hashable, Sendable {
        /// How many extensions one issue may have.
        package let atMostTimes: Int
        /// The most working days that all extensions together may add; nil leaves it to the plan.
        package let totalWorkingDays: Int?

        package init(atMostTimes: Int, totalWorkingDays: Int?) {
            self.atMostTimes = atMostTimes
            self.totalWorkingDays = totalWorkingDays
        }
    }

    package let name: String
    package let label: Label
    /// Orders queues: the lowest rank comes first.
    package let rank: Int
    /// Percent of the working time between start and deadline at which a clock turns amber.
    package let amberPercent: Int
    /// Time limits by clock kind; a clock without a limit here is not started for this class.
    package let limits: [String: TimeLimit]
    /// Nil where the class knows no extension.
    package let extensions: ExtensionAllowance?
    /// Marks that differ from the clock's own for this class, by clock kind.
    package let marks: [String: [MarkDefinition]]
    /// True where those on duty are told outside working hours. Term: 值班.
    package let isWatchedByDuty: Bool

    package init(
        name: String, label: Label, rank: Int, amberPercent: Int, limits: [String: TimeLimit],
        extensions: ExtensionAllowance?, marks: [String: [MarkDefinition]],
        isWatchedByDuty: Bool = false
    ) {
        self.isWatchedByDuty = isWatchedByDuty
        self.name = name
        self.label = label
        self.rank = rank
        self.amberPercent = amberPercent
        self.limits = limits
        self.extensions = extensions
        self.marks = marks
    }
}
