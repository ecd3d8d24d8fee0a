import Languages
import Workflow

/// Holds a workflow as it was read, every name with its place, before it is known to be sound.
struct WorkflowDraft {
    /// A state, and the actions that may leave it though it is terminal.
    struct State {
        let name: Placed<String>
        let definition: StateDefinition
        let leftBy: [Placed<String>]
    }

    /// A class, and where it names clocks.
    struct Class {
        let name: Placed<String>
        let definition: ClassDefinition
        /// Every clock that the class gives a limit or `none`.
        let limited: [Placed<String>]
        let marks: [Mark]
    }

    struct Clock {
        let kind: Placed<String>
        let definition: ClockDefinition
        let marks: [Mark]
    }

    /// Something that is counted.
    struct Counter {
        let name: Placed<String>
        let definition: WorkflowDefinition.Counter
    }

    /// One mark, and the clock it belongs to.
    struct Mark {
        let clock: Placed<String>
        let definition: MarkDefinition
        let action: Placed<String>
    }

    let id: String
    let version: Int
    let label: Label
    let calendar: String
    let requiresDeliveryKind: Bool
    let subject: SubjectKind
    let defaultClass: Placed<String>
    let states: [State]
    let categories: [WorkflowDefinition.Category]
    let categoryCodes: [Placed<String>]
    let classes: [Class]
    let counters: [Counter]
    let clocks: [Clock]
    let shared: SharedNames
    let actions: [ActionDraft]
    let roles: RoleTable<Placed<String>>
    let duties: DutyDraft

    var openStates: [String] { states.map(\.definition).filter(\.isOpen).map(\.name) }

    /// The clock that starts with each level that an issue climbs to.
    var escalation: String? { roles.clocks[.escalation]?.first?.value }

    func action(_ name: String) -> ActionDraft? { actions.first { $0.name.value == name } }

    /// Every mark of clocks and classes.
    var marks: [Mark] { clocks.flatMap(\.marks) + classes.flatMap(\.marks) }

    var definition: WorkflowDefinition {
        WorkflowDefinition(
            id: id, version: version, label: label, calendar: calendar,
            requiresDeliveryKind: requiresDeliveryKind, subject: subject,
            defaultClass: defaultClass.value, states: states.map(\.definition),
            classes: classes.map(\.definition), categories: categories,
            counters: counters.map(\.definition),
            clocks: clocks.map(\.definition), actions: actions.map(\.definition),
            roles: roles.mapped(\.value), duties: duties.table)
    }
}
