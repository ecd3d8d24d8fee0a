import Languages
import Workflow

/// Holds an action as it was read, every name with its place.
struct ActionDraft {
    let name: Placed<String>
    let label: Label
    let isAutomatic: Bool
    /// True where it takes over running ledgers: it does not count as a way to reach a state.
    let isAdoption: Bool
    let isTelephoned: Bool
    /// True where the file has `by`, even if nothing in it could be read.
    let namesPeople: Bool
    let rights: [Placed<Right>]
    let transitions: [TransitionDraft]
    let fields: [FieldDraft]
    let guards: [Placed<Guard>]
    let effects: [Placed<Effect>]

    func field(_ name: String) -> FieldDefinition? {
        fields.first { $0.value.name == name }?.value
    }

    /// The effects of the action and of all its transitions.
    var allEffects: [Placed<Effect>] { effects + transitions.flatMap(\.effects) }

    var definition: ActionDefinition {
        ActionDefinition(
            name: name.value, label: label, isAutomatic: isAutomatic, isAdoption: isAdoption,
            isTelephoned: isTelephoned, rights: rights.map(\.value),
            transitions: transitions.map(\.definition),
            fields: fields.map(\.value), guards: guards.map(\.value),
            effects: effects.map(\.value))
    }
}

/// Holds one transition from one state, with its places.
struct TransitionDraft {
    /// One condition `field: [values]`.
    struct Condition {
        let field: Placed<String>
        let values: [Placed<String>]
    }

    let from: Placed<String>
    let to: Placed<String>
    /// True where the file says `anyOpen`, not the state itself.
    let isFromAnyOpen: Bool
    let when: [Condition]
    let effects: [Placed<Effect>]

    var definition: ActionDefinition.Transition {
        let pairs = when.map { ($0.field.value, Set($0.values.map(\.value))) }
        return ActionDefinition.Transition(
            from: from.value, to: to.value, when: Dictionary(pairs) { first, _ in first },
            effects: effects.map(\.value))
    }
}
