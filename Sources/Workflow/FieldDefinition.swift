package import Languages

/// Describes one value that an action takes.
package struct FieldDefinition: Hashable, Sendable {
    /// Names the forms of values.
    package enum Form: Hashable, Sendable {
        case text(maximumLength: Int)
        case choice([String])
        case count
        case boolean
        /// A calendar date, `2026-10-09`.
        case date
        /// A code of a unit in the directory.
        case unit
        case units
        /// A name by which a person signs in.
        case person
        case issueClass
        case category
        case division
        /// A list of `{kind, text | sha256}`.
        case evidence
        /// A list of `{on, what}`, dates rising.
        case plan
        /// A list of `{what, leadUnit, on}`: what was decided, who carries it out, and until when. Term: 议定事项.
        case decisions
        /// A list of new issues `{category, title, description, …}`.
        case newIssues
        /// The number of another issue.
        case issue
        /// An open state of the workflow: where a running ledger is taken over.
        case state
        /// A code of a project in the directory.
        case project
        /// What is needed, as the category types it: `{persons: 30}`.
        case needs
        /// What came of it, as the category types it: `{paid: 120000}`.
        case results
    }

    package let name: String
    package let label: Label
    package let form: Form
    package let isRequired: Bool
    /// The attribute of the issue that the value becomes; nil where it stays in the event only.
    package let sets: Attribute?
    /// What people call each value of a choice.
    package let choiceLabels: [String: Label]
    /// Days that a date must not lie before.
    package let notBefore: [DayBound]
    /// Days that a date must not lie after.
    package let notAfter: [DayBound]

    /// Names a day that dates are held against.
    package enum DayBound: Hashable, Sendable {
        /// The day on which the action is taken.
        case today
        /// The date in another field of the action, where it is given.
        case field(String)
    }

    package init(
        name: String, label: Label, form: Form, isRequired: Bool, sets: Attribute?,
        choiceLabels: [String: Label] = [:], notBefore: [DayBound] = [], notAfter: [DayBound] = []
    ) {
        self.name = name
        self.label = label
        self.form = form
        self.isRequired = isRequired
        self.sets = sets
        self.choiceLabels = choiceLabels
        self.notBefore = notBefore
        self.notAfter = notAfter
    }
}
