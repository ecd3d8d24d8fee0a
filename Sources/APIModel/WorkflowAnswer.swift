/// One published version of a workflow: what clients make their forms from.
package struct WorkflowAnswer: Codable, Hashable, Sendable {
    package struct State: Codable, Hashable, Sendable {
        package let name: String
        package let label: LabelAnswer
        /// `initial`, `active`, `waiting` or `terminal`.
        package let kind: String

        package init(name: String, label: LabelAnswer, kind: String) {
            self.name = name
            self.label = label
            self.kind = kind
        }
    }

    package struct IssueClass: Codable, Hashable, Sendable {
        package let name: String
        package let label: LabelAnswer
        /// Time limits by clock, e.g. `{"resolve": "7wd"}`.
        package let limits: [String: String]

        package init(name: String, label: LabelAnswer, limits: [String: String]) {
            self.name = name
            self.label = label
            self.limits = limits
        }
    }

    package struct Category: Codable, Hashable, Sendable {
        package let code: String
        package let label: LabelAnswer
        /// What a filing may say that is needed.
        package let needs: [ActionsAnswer.Value]
        /// What a unit says that came of it.
        package let results: [ActionsAnswer.Value]

        package init(
            code: String, label: LabelAnswer, needs: [ActionsAnswer.Value],
            results: [ActionsAnswer.Value]
        ) {
            self.code = code
            self.label = label
            self.needs = needs
            self.results = results
        }
    }

    package struct Action: Codable, Hashable, Sendable {
        package let name: String
        package let label: LabelAnswer
        /// True where only the system takes it, when time is up.
        package let isAutomatic: Bool
        /// Who may take it, in words.
        package let takenBy: [String]
        /// What must hold, in words.
        package let guards: [String]

        package init(
            name: String, label: LabelAnswer, isAutomatic: Bool, takenBy: [String],
            guards: [String]
        ) {
            self.name = name
            self.label = label
            self.isAutomatic = isAutomatic
            self.takenBy = takenBy
            self.guards = guards
        }
    }

    /// How cases come to life.
    package struct Birth: Codable, Hashable, Sendable {
        package let label: LabelAnswer
        /// The states in which issues begin.
        package let leadsTo: [String]
        /// What is asked of each issue; what a category types stands with the category.
        package let fields: [ActionsAnswer.Field]

        package init(label: LabelAnswer, leadsTo: [String], fields: [ActionsAnswer.Field]) {
            self.label = label
            self.leadsTo = leadsTo
            self.fields = fields
        }
    }

    package let id: String
    package let version: Int
    package let label: LabelAnswer
    package let defaultClass: String
    package let requiresDeliveryKind: Bool
    /// What its cases are about, and so what a filing names: `enterprise`, `project`, `unit` or `none`.
    package let subject: String
    package let states: [State]
    package let classes: [IssueClass]
    package let categories: [Category]
    package let actions: [Action]
    /// What `POST /v1/cases` does.
    package var filing: Birth?
    /// What it does with `draft`; absent where the workflow keeps none.
    package var drafting: Birth?

    package init(
        id: String, version: Int, label: LabelAnswer, defaultClass: String,
        requiresDeliveryKind: Bool, subject: String = "enterprise", states: [State],
        classes: [IssueClass],
        categories: [Category], actions: [Action]
    ) {
        self.id = id
        self.version = version
        self.label = label
        self.defaultClass = defaultClass
        self.requiresDeliveryKind = requiresDeliveryKind
        self.subject = subject
        self.states = states
        self.classes = classes
        self.categories = categories
        self.actions = actions
    }
}

/// One line of the list of workflows: what is published, the newest version first.
package struct WorkflowSummary: Codable, Hashable, Sendable {
    package let id: String
    package let version: Int
    package let label: LabelAnswer
    /// True for the version that new cases run on.
    package let isCurrent: Bool

    package init(id: String, version: Int, label: LabelAnswer, isCurrent: Bool) {
        self.id = id
        self.version = version
        self.label = label
        self.isCurrent = isCurrent
    }
}
