/// Names an action that somebody owes, and which of those who may take it owe it.
package struct AskedAction: Hashable, Sendable {
    package let action: String
    /// The rights by which it is owed; nil: all of the action's. Whoever may take it by another one stands
    /// in where those can't.
    package let owedBy: [Right]?

    package init(action: String, owedBy: [Right]? = nil) {
        self.action = action
        self.owedBy = owedBy
    }

    /// Tells whether the action is owed by a right of it.
    package func isOwed(by right: Right) -> Bool {
        guard let owedBy else { return true }
        return owedBy.contains { $0.role == right.role && $0.relation == right.relation }
    }
}

/// Says what is owed in a state beside what its clocks ask for. Term: 待办.
package struct StateAsk: Hashable, Sendable {
    /// One of these is owed, the likeliest first.
    package let actions: [AskedAction]
    /// The clock by whose deadline it is owed; nil where it has no date.
    package let before: String?

    package init(actions: [AskedAction], before: String? = nil) {
        self.actions = actions
        self.before = before
    }
}

/// Says who owes what: the actions that each clock and each state asks for.
package struct DutyTable: Hashable, Sendable {
    /// What is not named asks for the actions that end it; an empty list asks for nothing.
    package let clocks: [String: [AskedAction]]
    package let states: [String: [StateAsk]]

    package init(clocks: [String: [AskedAction]] = [:], states: [String: [StateAsk]] = [:]) {
        self.clocks = clocks
        self.states = states
    }
}
