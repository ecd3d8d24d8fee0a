package import Languages

/// Describes one action: who may take it, from where to where, with which values and effects.
package struct ActionDefinition: Hashable, Sendable {
    /// Describes where an action leads from one state.
    package struct Transition: Hashable, Sendable {
        /// A state, or `unborn`.
        package let from: String
        /// The same as `from` where the state does not change.
        package let to: String
        /// Values that choice fields must have for this transition; empty matches always.
        package let when: [String: Set<String>]
        /// Effects of this transition alone, after those of the action.
        package let effects: [Effect]

        package init(from: String, to: String, when: [String: Set<String>], effects: [Effect]) {
            self.from = from
            self.to = to
            self.when = when
            self.effects = effects
        }
    }

    package let name: String
    package let label: Label
    /// True where only the system takes it, when an alarm falls due.
    package let isAutomatic: Bool
    /// True where it takes over a running ledger: what it brings is marked as not attested.
    package let isAdoption: Bool
    /// True where whoever takes it rings the enterprise first, and so needs its number.
    package let isTelephoned: Bool
    package let rights: [Right]
    /// Already expanded: one entry for each from-state, in the order of the definition.
    package let transitions: [Transition]
    package let fields: [FieldDefinition]
    package let guards: [Guard]
    package let effects: [Effect]

    package init(
        name: String, label: Label, isAutomatic: Bool, isAdoption: Bool = false,
        isTelephoned: Bool = false, rights: [Right], transitions: [Transition],
        fields: [FieldDefinition], guards: [Guard], effects: [Effect]
    ) {
        self.name = name
        self.label = label
        self.isAutomatic = isAutomatic
        self.isAdoption = isAdoption
        self.isTelephoned = isTelephoned
        self.rights = rights
        self.transitions = transitions
        self.fields = fields
        self.guards = guards
        self.effects = effects
    }

    package func transitions(from state: String) -> [Transition] {
        transitions.filter { $0.from == state }
    }

    /// Tells whether it creates issues.
    package var createsIssue: Bool { !transitions(from: StateDefinition.unborn).isEmpty }

    package func field(_ name: String) -> FieldDefinition? {
        fields.first { $0.name == name }
    }

    /// The field that sets an attribute, if there is one.
    package func field(setting attribute: Attribute) -> FieldDefinition? {
        fields.first { $0.sets == attribute }
    }
}
