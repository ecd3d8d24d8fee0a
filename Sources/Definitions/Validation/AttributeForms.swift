import Languages
import Workflow

/// Requires that attributes get values of the kind that is declared.
enum AttributeForms: WorkflowValidator {
    static func check(_ draft: WorkflowDraft, log: FaultLog) {
        for action in draft.actions {
            for field in action.fields { check(field, log: log) }
            for effect in action.allEffects {
                guard case .set(let attribute, let source) = effect.value,
                    let expected = expected(attribute.kind), !expected.takes(source, in: action)
                else { continue }
                log.record(
                    .wrongFieldForm, at: effect.place,
                    Label(
                        zh: "“\(attribute.name)”不能填这个",
                        en: "`\(attribute.name)` can't be set to that"),
                    Label(
                        zh: "须为\(expected.words.zh)", en: "it must be \(expected.words.en)"))
            }
        }
    }

    private static func check(_ field: FieldDraft, log: FaultLog) {
        guard let attribute = field.value.sets, let form = attribute.kind.fieldForm,
            field.value.form != form
        else { return }
        log.record(
            .wrongFieldForm, at: field.origin,
            Label(
                zh: "字段“\(field.value.name)”填入“\(attribute.name)”，形式却不同",
                en: "the field `\(field.value.name)` sets `\(attribute.name)` and has another form"),
            Label(zh: "须为\(form.words.zh)", en: "it must be \(form.words.en)"))
    }

    /// What an attribute holds, as far as an effect may set it.
    private enum Content {
        case person, unit, instant
        case other(FieldDefinition.Form)

        var words: Label {
            switch self {
            case .person:
                Label(zh: "`actingPerson`，或人员字段", en: "`actingPerson`, or the field of a person")
            case .unit:
                Label(
                    zh: "`actingUnit`、`leadUnit`，或单位字段",
                    en: "`actingUnit`, `leadUnit`, or the field of a unit")
            case .instant: Label(zh: "`instant`", en: "`instant`")
            case .other(let form):
                Label(
                    zh: "形式为“\(form.words.zh)”的字段", en: "the field of \(form.words.en)")
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

    /// Nil where any text will do.
    private static func expected(_ kind: AttributeKind) -> Content? {
        switch kind {
        case .person: .person
        case .unit: .unit
        case .instant: .instant
        case .units, .date, .boolean, .issueClass, .category, .division, .project, .issue, .plan,
            .decisions, .results:
            kind.fieldForm.map(Content.other)
        case .persons, .text, .texts, .number: nil
        }
    }
}
