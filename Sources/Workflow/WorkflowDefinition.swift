package import Languages

/// Describes one workflow whole: what an institution decides about its procedure.
package struct WorkflowDefinition: Hashable, Sendable {
    /// Names one kind of need. Term: 诉求类别.
    package struct Category: Hashable, Sendable {
        package let code: String
        package let label: Label
        /// What an enterprise can say that it needs, in the order of the definition.
        package let needs: [ValueDefinition]
        /// What a unit says that came of it.
        package let results: [ValueDefinition]

        package init(
            code: String, label: Label, needs: [ValueDefinition] = [],
            results: [ValueDefinition] = []
        ) {
            self.code = code
            self.label = label
            self.needs = needs
            self.results = results
        }
    }

    /// Names something that actions count.
    package struct Counter: Hashable, Sendable {
        package let name: String
        package let label: Label

        package init(name: String, label: Label) {
            self.name = name
            self.label = label
        }
    }

    package let id: String
    /// The number that its author gave this version, from 1.
    package let version: Int
    package let label: Label
    /// The name of the working calendar that the clocks run on.
    package let calendar: String
    /// Whether a filing must say what is delivered: policy, service or factor. Term: 三送.
    package let requiresDeliveryKind: Bool
    /// What its issues are about; the same in all versions.
    package let subject: SubjectKind
    package let defaultClass: String
    package let states: [StateDefinition]
    package let classes: [ClassDefinition]
    package let categories: [Category]
    package let counters: [Counter]
    package let clocks: [ClockDefinition]
    package let actions: [ActionDefinition]
    /// What the engine, links and the audit must know of these names.
    package let roles: WorkflowRoles
    /// What is owed, where it is not the usual.
    package let duties: DutyTable

    private let stateIndex: [String: StateDefinition]
    private let classIndex: [String: ClassDefinition]
    private let clockIndex: [String: ClockDefinition]
    private let actionIndex: [String: ActionDefinition]
    private let categoryIndex: [String: Category]
    let choiceLabels: [Attribute: [String: Label]]
    /// What fields set that hold results.
    package let attributesOfResults: Set<Attribute>

    package init(
        id: String, version: Int = 1, label: Label, calendar: String, requiresDeliveryKind: Bool,
        subject: SubjectKind = .enterprise, defaultClass: String, states: [StateDefinition],
        classes: [ClassDefinition],
        categories: [Category], counters: [Counter] = [], clocks: [ClockDefinition],
        actions: [ActionDefinition], roles: WorkflowRoles, duties: DutyTable = DutyTable()
    ) {
        self.id = id
        self.version = version
        self.label = label
        self.calendar = calendar
        self.requiresDeliveryKind = requiresDeliveryKind
        self.subject = subject
        self.defaultClass = defaultClass
        self.states = states
        self.classes = classes
        self.categories = categories
        self.counters = counters
        self.clocks = clocks
        self.actions = actions
        self.roles = roles
        self.duties = duties
        stateIndex = Dictionary(states.map { ($0.name, $0) }) { first, _ in first }
        classIndex = Dictionary(classes.map { ($0.name, $0) }) { first, _ in first }
        clockIndex = Dictionary(clocks.map { ($0.kind, $0) }) { first, _ in first }
        actionIndex = Dictionary(actions.map { ($0.name, $0) }) { first, _ in first }
        categoryIndex = Dictionary(categories.map { ($0.code, $0) }) { first, _ in first }
        choiceLabels = Self.choiceLabels(of: actions)
        attributesOfResults = Set(
            actions.flatMap(\.fields).filter { $0.form == .results }.compactMap(\.sets))
    }

    package func state(_ name: String) -> StateDefinition? { stateIndex[name] }
    package func issueClass(_ name: String) -> ClassDefinition? { classIndex[name] }
    package func clock(_ kind: String) -> ClockDefinition? { clockIndex[kind] }
    package func action(_ name: String) -> ActionDefinition? { actionIndex[name] }
    package func category(_ code: String) -> Category? { categoryIndex[code] }

    /// Lists every legal move, creations included: one entry per (from, action, to), no repeats.
    package var moves: [Move] {
        var seen = Set<Move>()
        return actions.flatMap { action in
            action.transitions.map { Move(from: $0.from, action: action.name, to: $0.to) }
        }.filter { seen.insert($0).inserted }
    }
}

/// One legal move of a workflow, as it is published to the database.
package struct Move: Hashable, Sendable {
    package let from: String
    package let action: String
    package let to: String

    package init(from: String, action: String, to: String) {
        self.from = from
        self.action = action
        self.to = to
    }
}
