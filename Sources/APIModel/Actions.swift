/// The body of `POST /v1/issues/{id}/actions`.
package struct ActionBody: Codable, Hashable, Sendable {
    package var action: String
    package var comment: String?
    package var fields: [String: JSONValue]?

    package init(action: String, comment: String? = nil, fields: [String: JSONValue]? = nil) {
        self.action = action
        self.comment = comment
        self.fields = fields
    }
}

/// The answer to an action: the event, and the issue as that event left it.
package struct ActionAnswer: Codable, Hashable, Sendable {
    package let event: EventAnswer
    package let issue: IssueAnswer

    package init(event: EventAnswer, issue: IssueAnswer) {
        self.event = event
        self.issue = issue
    }
}

/// One event of an issue's history.
package struct EventAnswer: Codable, Hashable, Sendable {
    /// Which revised calendar clocks went over to, and which deadlines that moved.
    package struct Adoption: Codable, Hashable, Sendable {
        package struct Moved: Codable, Hashable, Sendable {
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
    package struct Climb: Codable, Hashable, Sendable {
        package struct Holder: Codable, Hashable, Sendable {
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
    package struct Told: Codable, Hashable, Sendable {
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
    package struct Charge: Codable, Hashable, Sendable {
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
    package struct Proposed: Codable, Hashable, Sendable {
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
    package let comment: String?
    package let fields: [String: JSONValue]
    /// Attributes that the event changed; null where it cleared one.
    package let changes: [String: JSONValue]
    /// Clocks that the event started, moved or ended.
    package let clocks: [ClockAnswer]
    /// The names of the units and people that fields and changes mention by code or login.
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

    package init(
        sequence: Int, at: String, action: String, actionLabel: LabelAnswer, from: String,
        to: String, fromLabel: LabelAnswer? = nil, toLabel: LabelAnswer? = nil,
        by: PersonAnswer?, role: String, comment: String?, fields: [String: JSONValue],
        changes: [String: JSONValue], clocks: [ClockAnswer],
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
        self.comment = comment
        self.fields = fields
        self.changes = changes
        self.clocks = clocks
        self.names = names
        self.digest = digest
    }
}

/// `GET /v1/issues/{id}/actions`: what the caller may do now, and what stands in the way of the rest.
package struct ActionsAnswer: Codable, Hashable, Sendable {
    package struct Field: Codable, Hashable, Sendable {
        package let name: String
        package let label: LabelAnswer
        /// `text`, `choice`, `count`, `boolean`, `date`, `unit`, `units`, `person`, `class`, …
        package let form: String
        package let isRequired: Bool
        package let choices: [String]?
        /// What people call each choice.
        package let choiceLabels: [String: LabelAnswer]?
        /// What a field of the form `needs` or `results` holds for the issue's category.
        package let values: [Value]?

        package init(
            name: String, label: LabelAnswer, form: String, isRequired: Bool, choices: [String]?,
            choiceLabels: [String: LabelAnswer]? = nil, values: [Value]? = nil
        ) {
            self.name = name
            self.label = label
            self.form = form
            self.isRequired = isRequired
            self.choices = choices
            self.choiceLabels = choiceLabels
            self.values = values
        }
    }

    /// One typed value of a category.
    package struct Value: Codable, Hashable, Sendable {
        package let name: String
        package let label: LabelAnswer
        /// A quantity (`persons`, `yuan`, `mu`, …), `date` or `text`.
        package let kind: String
        /// What people call the quantity; absent for dates and texts.
        package let quantity: LabelAnswer?
        package let isRequired: Bool

        package init(
            name: String, label: LabelAnswer, kind: String, quantity: LabelAnswer?,
            isRequired: Bool
        ) {
            self.name = name
            self.label = label
            self.kind = kind
            self.quantity = quantity
            self.isRequired = isRequired
        }
    }

    package struct Item: Codable, Hashable, Sendable {
        package let action: String
        package let label: LabelAnswer
        package let isAllowed: Bool
        /// What refuses: a guard with its parameters, or `right`; absent where allowed.
        package let refusedBy: String?
        package let reason: String?
        package let fields: [Field]

        package init(
            action: String, label: LabelAnswer, isAllowed: Bool, refusedBy: String?,
            reason: String?, fields: [Field]
        ) {
            self.action = action
            self.label = label
            self.isAllowed = isAllowed
            self.refusedBy = refusedBy
            self.reason = reason
            self.fields = fields
        }
    }

    package let version: Int
    package let state: String
    package let items: [Item]

    package init(version: Int, state: String, items: [Item]) {
        self.version = version
        self.state = state
        self.items = items
    }
}

/// A page of a list; `next` is the cursor of the page after it.
package struct Page<Item: Codable & Hashable & Sendable>: Codable, Hashable, Sendable {
    package let items: [Item]
    package let next: String?

    package init(items: [Item], next: String?) {
        self.items = items
        self.next = next
    }
}

/// `GET /v1/whoami`: whose token it is.
package struct PrincipalAnswer: Codable, Hashable, Sendable {
    package let login: String
    package let name: String
    package let grants: [Grant]

    package struct Grant: Codable, Hashable, Sendable {
        package let role: String
        package let unit: UnitAnswer

        package init(role: String, unit: UnitAnswer) {
            self.role = role
            self.unit = unit
        }
    }

    package init(login: String, name: String, grants: [Grant]) {
        self.login = login
        self.name = name
        self.grants = grants
    }
}

/// `POST /v1/clock`: where the simulated clock is to go, and where it stands.
package struct ClockAdvance: Codable, Hashable, Sendable {
    package var advanceTo: String

    package init(advanceTo: String) { self.advanceTo = advanceTo }
}

package struct ClockAdvanced: Codable, Hashable, Sendable {
    package let now: String
    /// Marks that became events on the way.
    package let alarms: Int

    package init(now: String, alarms: Int) {
        self.now = now
        self.alarms = alarms
    }
}
