import Workflow
import WorkingTime

/// Holds all that the guards and effects of one action look at.
struct Situation {
    let world: World
    let workflow: PublishedWorkflow
    let calendar: WorkingCalendar
    /// The instant that the action counts from.
    let at: Instant
    let principal: Principal
    let standing: Authority.Standing
    let action: ActionDefinition
    /// In stored form.
    let fields: [String: FieldValue]
    /// When the limit ended that sets the action off, where that was before the issue was taken over
    /// from another ledger: what it ends, it ended then. Nil elsewhere.
    var limitEndedAt: Instant? = nil

    /// The value of the action's field of a form, if it has one and it was given.
    func value(of form: FieldDefinition.Form) -> FieldValue? {
        action.fields.first { $0.form == form }.flatMap { fields[$0.name] }
    }

    /// The value of the action's field that sets an attribute, if it has one and it was given.
    func value(setting attribute: Attribute) -> FieldValue? {
        action.field(setting: attribute).flatMap { fields[$0.name] }
    }

    /// What the action calls the field that sets an attribute; the attribute's name where it has none.
    func fieldName(setting attribute: Attribute) -> String {
        action.field(setting: attribute)?.name ?? attribute.name
    }

    /// The value of a field, else that of the attribute of the name: an earlier action gave it.
    func given(_ name: String, on issue: Issue) -> FieldValue? {
        fields[name] ?? Attribute(name: name).flatMap { issue.attributes[$0] }
    }

    func issueClass(of issue: Issue) -> ClassDefinition? {
        workflow.definition.issueClass(
            issue.attributes.issueClass ?? workflow.definition.defaultClass)
    }

    var today: CalendarDate { calendar.zone.date(at: at) }

    /// The unit that the principal acts for: its own, or the first concerned below it.
    func actingUnit(on issue: Issue) -> String? {
        let directory = world.directory
        guard let scope = standing.unit else { return nil }
        let concerned =
            [issue.attributes.leadUnit].compactMap { $0 } + issue.attributes.supportingUnits
        let own = directory.unit(scope)?.code
        if let own, concerned.contains(own) { return own }
        return concerned.first { code in
            directory.unit(code: code).map {
                directory.unit(directory.existing($0.id, at: at), isWithin: scope)
            } ?? false
        } ?? own
    }
}
