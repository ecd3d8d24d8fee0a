/// One event of an issue's history.
package struct EventAnswer: Decodable, Hashable, Sendable {
    /// Which revised calendar clocks went over to, and which deadlines that moved.
    package struct Adoption: Decodable, Hashable, Sendable {
        package struct Moved: Decodable, Hashable, Sendable {
            /// The number of the clock that runs on, which is among the event's clocks.
            package let clock: Int
            package let from: String
            /// The number of the run that had missed the deadline, where the clock takes its place.
            package let inPlaceOf: Int?

            package init(clock: Int, from: String, inPlaceOf: Int?) {
                self.clock = clock
                self.from = from
                self.inPlaceOf = inPlaceOf
            }
        }

        package let calendar: String
        package let moved: [Moved]

        package init(calendar: String, moved: [Moved]) {
            self.calendar = calendar
            self.moved = moved
        }
    }

    /// One step up the service line.
    package struct Climb: Decodable, Hashable, Sendable {
        package struct Holder: Decodable, Hashable, Sendable {
            package let person: PersonAnswer
            /// Who is away, first the one whose post it is.
            package let insteadOf: [PersonAnswer]
            /// How the post was found: `pairing`, `division`, …
            package let by: String

            package init(person: PersonAnswer, insteadOf: [PersonAnswer], by: String) {
                self.person = person
                self.insteadOf = insteadOf
                self.by = by
            }
        }

        package let from: Int
        package let to: Int
        /// Levels between at which nobody was found.
        package let skipped: [Int]
        package let holders: [Holder]

        package init(from: Int, to: Int, skipped: [Int], holders: [Holder]) {
            self.from = from
            self.to = to
            self.skipped = skipped
            self.holders = holders
        }
    }

    /// Somebody who was told.
    package struct Told: Decodable, Hashable, Sendable {
        package let person: PersonAnswer
        /// Why: `handler`, `unitHead`, `levelHolder`, …
        package let audience: String
        package let insteadOf: PersonAnswer?

        package init(person: PersonAnswer, audience: String, insteadOf: PersonAnswer?) {
            self.person = person
            self.audience = audience
            self.insteadOf = insteadOf
        }
    }

    /// The time that a unit had the issue which should not have had it.
    package struct Charge: Decodable, Hashable, Sendable {
        package let unit: UnitAnswer
        package let since: String
        package let until: String
        package let workingSeconds: Int64
        package let dispatchedBy: PersonAnswer?
        /// Whether routing had proposed the unit.
        package let wasProposed: Bool?

        package init(
            unit: UnitAnswer, since: String, until: String, workingSeconds: Int64,
            dispatchedBy: PersonAnswer?, wasProposed: Bool?
        ) {
            self.unit = unit
            self.since = since
            self.until = until
            self.workingSeconds = workingSeconds
            self.dispatchedBy = dispatchedBy
            self.wasProposed = wasProposed
        }
    }

    /// What routing proposed beside what was chosen.
    package struct Proposed: Decodable, Hashable, Sendable {
        package let lead: UnitAnswer?
        package let supporting: [UnitAnswer]
        package let explanation: String
        /// `proposal` where it was confirmed, `override` where another lead was chosen.
        package let basis: String

        package init(
            lead: UnitAnswer?, supporting: [UnitAnswer], explanation: String, basis: String
        ) {
            self.lead = lead
            self.supporting = supporting
            self.explanation = explanation
            self.basis = basis
        }
    }

    package let sequence: Int
    package let at: String
    package let action: String
    package let actionLabel: LabelAnswer
    package let from: String
    package let to: String
    /// The states' labels in the version of the workflow that the event was decided by.
    package let fromLabel: LabelAnswer?
    package let toLabel: LabelAnswer?
    /// Absent for the system and for the enterprise's link.
    package let by: PersonAnswer?
    /// The role that the action was taken in: `handler`, `system`, `enterprise`, …
    package let role: String
    package let roleLabel: LabelAnswer
    package let comment: String?
    package let fields: [String: JSONValue]
    /// Attributes that the event changed; null where it cleared one.
    package let changes: [String: JSONValue]
    /// Clocks that the event started, moved or ended.
    package let clocks: [ClockAnswer]
    /// The names of the units that fields and changes mention, by code. People are in `valueLabels`.
    package let names: [String: String]?
    /// SHA-256 in hexadecimal; covers the event and the digest before it.
    package let digest: String
    package var adoption: Adoption?
    /// Present where the event raised the level of attention.
    package var climb: Climb?
    /// Who was told of it, and why.
    package var told: [Told]?
    /// Present where it took the issue from a unit that should not have had it.
    package var charge: Charge?
    /// What routing proposed, where it dispatched the issue.
    package var proposal: Proposed?
    /// The absent person for whom it was done.
    package var onBehalfOf: PersonAnswer?
    /// What the action calls each of its fields; two actions may call a field of one name differently.
    package var fieldLabels: [String: LabelAnswer]?
    /// What people call values that stand for something, such as choices, units and people: of changes by
    /// the names of the attributes,
    /// else of the action's fields by theirs.
    package var valueLabels: [String: LabelAnswer]?
    /// What fields and changes hold that a category types, by their names.
    package var typed: [String: [TypedValue]]?
    /// The unit at which whoever took it had the role then; absent where that is no one's, or not clear.
    package var byUnit: UnitAnswer?

    package init(
        sequence: Int, at: String, action: String, actionLabel: LabelAnswer, from: String,
        to: String, fromLabel: LabelAnswer? = nil, toLabel: LabelAnswer? = nil,
        by: PersonAnswer?, role: String, roleLabel: LabelAnswer, comment: String?,
        fields: [String: JSONValue], changes: [String: JSONValue], clocks: [ClockAnswer],
        names: [String: String]? = nil, digest: String
    ) {
        self.sequence = sequence
        self.at = at
        self.action = action
        self.actionLabel = actionLabel
        self.from = from
        self.to = to
        self.fromLabel = fromLabel
        self.toLabel = toLabel
        self.by = by
        self.role = role
        self.roleLabel = roleLabel
        self.comment = comment
        self.fields = fields
        self.changes = changes
        self.clocks = clocks
        self.names = names
        self.digest = digest
    }
}
