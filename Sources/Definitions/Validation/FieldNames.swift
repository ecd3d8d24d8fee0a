import Workflow

/// Requires that effects and guards name fields of their own action, of the form that they need.
enum FieldNames: WorkflowValidator {
    /// What an effect or guard wants of a field.
    private struct Demand {
        let field: String
        let place: Place
        let expected: String
        let isMet: (FieldDefinition.Form) -> Bool
    }

    static func check(_ draft: WorkflowDraft, log: FaultLog) {
        for action in draft.actions {
            let demands =
                action.allEffects.compactMap { demand($0.value, $0.place) }
                + action.guards.compactMap { demand($0.value, $0.place) }
            for demand in demands { check(demand, of: action, log: log) }
        }
    }

    private static func check(_ demand: Demand, of action: ActionDraft, log: FaultLog) {
        guard let field = action.field(demand.field) else {
            log.recordUnknown(
                .unknownField, Placed(value: demand.field, place: demand.place), "field",
                known: action.fields.map(\.value.name))
            return
        }
        guard !demand.isMet(field.form) else { return }
        log.record(
            .wrongFieldForm, at: demand.place, "the field `\(field.name)` has another form",
            "it must be \(demand.expected)")
    }

    private static func demand(_ effect: Effect, _ place: Place) -> Demand? {
        switch effect {
        case .extend(_, let field):
            Demand(field: field, place: place, expected: "`form: date`") { $0 == .date }
        case .giveCard(.field(let field)):
            Demand(field: field, place: place, expected: "`choice: [yellow, red]`") {
                $0 == .choice(["yellow", "red"])
            }
        case .set(_, .field(let field)):
            Demand(field: field, place: place, expected: "any form") { _ in true }
        default: nil
        }
    }

    private static func demand(_ condition: Guard, _ place: Place) -> Demand? {
        switch condition {
        case .planDated(let field):
            Demand(field: field, place: place, expected: "`form: plan`") { $0 == .plan }
        case .extensionAllowed(let field):
            Demand(field: field, place: place, expected: "`form: date`") { $0 == .date }
        case .notComplainedOf(let field), .anotherUnit(let field):
            Demand(field: field, place: place, expected: "`form: unit` or `form: units`") {
                $0 == .unit || $0 == .units
            }
        default: nil
        }
    }
}
