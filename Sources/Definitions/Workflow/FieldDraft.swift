import Workflow

/// Holds a field of an action as it was read, with its places.
struct FieldDraft {
    let value: FieldDefinition
    /// Where the action takes the field.
    let place: Place
    /// Where the field is written: the same place, or that of the field that actions share.
    let origin: Place
    /// The other dates that it is held against, each at its own place.
    let bounds: [Placed<String>]

    /// The field as an action takes it that names a shared one.
    func shared(at place: Place, isRequired: Bool) -> FieldDraft {
        let field = FieldDefinition(
            name: value.name, label: value.label, form: value.form, isRequired: isRequired,
            sets: value.sets, choiceLabels: value.choiceLabels, notBefore: value.notBefore,
            notAfter: value.notAfter)
        return FieldDraft(value: field, place: place, origin: origin, bounds: bounds)
    }
}
