/// Binds each role to the names that are in it.
///
/// A name is a text, or a text with its place while a file is read. A role in which nothing is has
/// an empty list, or none.
package struct RoleTable<Name> {
    package var states: [StateRole: [Name]]
    package var actions: [ActionRole: [Name]]
    package var clocks: [ClockRole: [Name]]
    package var counters: [CounterRole: [Name]]
    package var fields: [FieldRole: [Name]]
    package var values: [ValueRole: [Name]]
    package var link: [LinkRole: [Name]]

    package init(
        states: [StateRole: [Name]] = [:], actions: [ActionRole: [Name]] = [:],
        clocks: [ClockRole: [Name]] = [:], counters: [CounterRole: [Name]] = [:],
        fields: [FieldRole: [Name]] = [:], values: [ValueRole: [Name]] = [:],
        link: [LinkRole: [Name]] = [:]
    ) {
        self.states = states
        self.actions = actions
        self.clocks = clocks
        self.counters = counters
        self.fields = fields
        self.values = values
        self.link = link
    }

    /// The same table with other forms of the names.
    package func mapped<Other>(_ form: (Name) -> Other) -> RoleTable<Other> {
        RoleTable<Other>(
            states: states.mapValues { $0.map(form) }, actions: actions.mapValues { $0.map(form) },
            clocks: clocks.mapValues { $0.map(form) },
            counters: counters.mapValues { $0.map(form) },
            fields: fields.mapValues { $0.map(form) }, values: values.mapValues { $0.map(form) },
            link: link.mapValues { $0.map(form) })
    }

    /// Every role with its names, in the order in which files are explained.
    package var bindings: [(role: String, names: [Name])] {
        Self.bindings("states", states) + Self.bindings("actions", actions)
            + Self.bindings("clocks", clocks) + Self.bindings("counters", counters)
            + Self.bindings("fields", fields) + Self.bindings("values", values)
            + Self.bindings("link", link)
    }

    private static func bindings<Role: WorkflowRole>(
        _ section: String, _ names: [Role: [Name]]
    ) -> [(role: String, names: [Name])] {
        Role.allCases.map { ("\(section).\($0.rawValue)", names[$0] ?? []) }
    }
}

extension RoleTable: Equatable where Name: Equatable {}
extension RoleTable: Hashable where Name: Hashable {}
extension RoleTable: Sendable where Name: Sendable {}

/// What the names of one workflow mean.
package typealias WorkflowRoles = RoleTable<String>

extension RoleTable<String> {
    /// The clock that queues, signals and extensions go by.
    package var resolution: String? { clocks[.resolution]?.first }
    /// The clock of whoever holds the level that an issue has climbed to.
    package var escalation: String? { clocks[.escalation]?.first }

    package func contains(_ state: String, as role: StateRole) -> Bool {
        states[role]?.contains(state) ?? false
    }

    package func contains(_ action: String, as role: ActionRole) -> Bool {
        actions[role]?.contains(action) ?? false
    }

    package func contains(_ kind: String, as role: ClockRole) -> Bool {
        clocks[role]?.contains(kind) ?? false
    }

    package func contains(_ value: String, as role: ValueRole) -> Bool {
        values[role]?.contains(value) ?? false
    }
}
