import Workflow

/// Requires that attributes which the engine reads get values that it can read.
enum AttributeForms: WorkflowValidator {
    private static let persons: Set = ["handler", "dispatchedBy", "suspendedBy", "restoredBy"]
    private static let units: Set = [
        "leadUnit", "previousLead", "proposedUnit", "complainedUnit", "office",
    ]
    /// The form that a field must have to set the attribute.
    private static let forms: [String: FieldDefinition.Form] = {
        var forms: [String: FieldDefinition.Form] = [
            "class": .issueClass, "category": .category, "division": .division,
            "supportingUnits": .units, "confidential": .boolean, "plan": .plan,
            "outcome": .results, "extensionUntil": .date, "nextReportOn": .date,
            "receivedOn": .date, "mergedInto": .issue, "commonIssue": .issue, "project": .project,
        ]
        for person in persons { forms[person] = .person }
        for unit in units { forms[unit] = .unit }
        return forms
    }()

    static func check(_ draft: WorkflowDraft, log: FaultLog) {
        for action in draft.actions {
            for field in action.fields { check(field, log: log) }
            for effect in action.allEffects {
                guard case .set(let attribute, let source) = effect.value,
                    let expected = expected(attribute), !expected.takes(source, in: action)
                else { continue }
                log.record(
                    .wrongFieldForm, at: effect.place,
                    "`\(attribute)` can't be set to that", "it must be \(expected.words)")
            }
        }
    }

    private static func check(_ field: FieldDraft, log: FaultLog) {
        guard let attribute = field.value.sets, let form = forms[attribute],
            field.value.form != form
        else { return }
        log.record(
            .wrongFieldForm, at: field.origin,
            "the field `\(field.value.name)` sets `\(attribute)` and has another form",
            "it must be \(form.words)")
    }

    /// What an attribute holds, as far as an effect may set it.
    private enum Content {
        case person, unit, instant
        case other(FieldDefinition.Form)

        var words: String {
            switch self {
            case .person: "`actingPerson`, or the field of a person"
            case .unit: "`actingUnit`, `leadUnit`, or the field of a unit"
            case .instant: "`instant`"
            case .other(let form): "the field of \(form.words)"
            }
        }

        func takes(_ source: Effect.AttributeSource, in action: ActionDraft) -> Bool {
            if case .field(let name) = source {
                return form != nil && action.field(name)?.form == form
            }
            return switch self {
            case .person: source == .actingPerson
            case .unit: source == .actingUnit || source == .leadUnit
            case .instant: source == .instant
            case .other: false
            }
        }

        /// The form of the fields that may set it; nil where none may.
        private var form: FieldDefinition.Form? {
            switch self {
            case .person: .person
            case .unit: .unit
            case .instant: nil
            case .other(let form): form
            }
        }
    }

    /// Nil where the attribute is the workflow's own, and any text will do.
    private static func expected(_ attribute: String) -> Content? {
        if persons.contains(attribute) { return .person }
        if units.contains(attribute) { return .unit }
        if attribute.hasSuffix("At") { return .instant }
        return forms[attribute].map(Content.other)
    }
}
