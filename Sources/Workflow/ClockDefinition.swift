package import Languages
package import WorkingTime

/// Describes one kind of clock and what happens when it passes its marks.
///
/// Term: 时限.
package struct ClockDefinition: Hashable, Sendable {
    /// Names whom a clock runs for.
    package enum Party: String, CaseIterable, Sendable {
        case leadUnit
        /// One clock for each supporting unit.
        case supportingUnits
        case office
        case enterprise
    }

    package let kind: String
    package let label: Label
    package let party: Party
    /// In the order in which they are passed.
    package let marks: [MarkDefinition]
    /// The limit where the class of the issue names none.
    package let limit: TimeLimit?
    /// True where the clock has no limit: whatever starts it gives the date. Term: 节点.
    package let isDated: Bool
    /// True where it is the window of a right: whoever lets it pass owes nothing, so it is never late.
    package let isRight: Bool

    package init(
        kind: String, label: Label, party: Party, marks: [MarkDefinition], limit: TimeLimit?,
        isDated: Bool = false, isRight: Bool = false
    ) {
        self.kind = kind
        self.label = label
        self.party = party
        self.marks = marks
        self.limit = limit
        self.isDated = isDated
        self.isRight = isRight
    }
}

/// Describes one instant in the life of a clock at which the system acts by itself.
package struct MarkDefinition: Hashable, Sendable {
    /// Says when a mark is passed.
    package enum Moment: Hashable, Sendable {
        /// At the amber percentage of the class.
        case amber
        /// At the effective deadline.
        case due
        /// That far before or after the effective deadline.
        case offset(MarkOffset)
    }

    package let name: String
    package let moment: Moment
    /// The automatic action that becomes an event when the mark is passed.
    package let action: String

    package init(name: String, moment: Moment, action: String) {
        self.name = name
        self.moment = moment
        self.action = action
    }
}
