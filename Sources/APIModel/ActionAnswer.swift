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
package struct ActionAnswer: Decodable, Hashable, Sendable {
    /// An issue that the action brought to life beside its own.
    package struct NewIssue: Decodable, Hashable, Sendable {
        /// Absent in a preview: what does not exist yet gets its id when it is made.
        package let id: String?
        package let number: String
        package let category: String
        package let title: String

        package init(id: String?, number: String, category: String, title: String) {
            self.id = id
            self.number = number
            self.category = category
            self.title = title
        }
    }

    package let event: EventAnswer
    package let issue: IssueAnswer
    /// What a split made, in the order asked for; absent for every other action.
    package let newIssues: [NewIssue]?

    package init(event: EventAnswer, issue: IssueAnswer, newIssues: [NewIssue]? = nil) {
        self.event = event
        self.issue = issue
        self.newIssues = newIssues
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
        /// Codes of the units that a list sent for the field takes the place of: proposed ones, or
        /// those that the issue has.
        package let standing: [String]?

        package init(
            name: String, label: LabelAnswer, form: String, isRequired: Bool, choices: [String]?,
            choiceLabels: [String: LabelAnswer]? = nil, values: [Value]? = nil,
            standing: [String]? = nil
        ) {
            self.name = name
            self.label = label
            self.form = form
            self.isRequired = isRequired
            self.choices = choices
            self.choiceLabels = choiceLabels
            self.values = values
            self.standing = standing
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
        /// What refuses: a guard with its parameters, `right` or `state`; absent where allowed.
        package let refusedBy: String?
        package let reason: String?
        package let fields: [Field]
        /// Where it leads.
        package let course: Course?

        package init(
            action: String, label: LabelAnswer, isAllowed: Bool, refusedBy: String?,
            reason: String?, fields: [Field], course: Course? = nil
        ) {
            self.action = action
            self.label = label
            self.isAllowed = isAllowed
            self.refusedBy = refusedBy
            self.reason = reason
            self.fields = fields
            self.course = course
        }
    }

    package let version: Int
    package let state: String
    package let items: [Item]
    /// The issue by its number and title: what whoever fills in an action is shown above the questions.
    /// Absent from servers that don't know it yet.
    package let number: String?
    package let title: String?

    package init(
        version: Int, state: String, items: [Item], number: String? = nil, title: String? = nil
    ) {
        self.version = version
        self.state = state
        self.items = items
        self.number = number
        self.title = title
    }
}
