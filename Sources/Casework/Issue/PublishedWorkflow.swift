package import Workflow

package typealias WorkflowVersionID = Identifier<PublishedWorkflow>

/// One immutable version of a workflow, as cases run on it. It is one object: a value of so many parts
/// costs more to copy.
package final class PublishedWorkflow: Sendable {
    package let id: WorkflowVersionID
    package let version: Int
    package let definition: WorkflowDefinition
    /// Actions whose last author or time some right or guard asks for.
    package let trackedActions: Set<String>
    /// What its clocks and states ask for.
    package let asked: AskedActions
    /// Actions that are owed or not by the time.
    let askedByTime: Set<String>

    package init(id: WorkflowVersionID, version: Int, definition: WorkflowDefinition) {
        self.id = id
        self.version = version
        self.definition = definition
        trackedActions = Self.trackedActions(of: definition)
        asked = AskedActions(of: definition)
        askedByTime = Set(definition.actions.filter(DutyGuards.goByTime).map(\.name))
    }

    private static func trackedActions(of definition: WorkflowDefinition) -> Set<String> {
        var names = Set(definition.actions.flatMap { $0.rights.flatMap(\.notSamePersonAs) })
        for condition in definition.actions.flatMap(\.guards) {
            switch condition {
            case .beforeAny(let action, let since): names.formUnion([action] + since)
            case .reopenedWithin(_, let since): names.formUnion(since)
            case .withinLimit, .limitPassed, .beforeDue, .atMostTimes, .atLeastTimes,
                .reasonedOverride, .notTheHandler, .allOpinionsIn, .classIn, .isSet, .isNotSet,
                .givenWhen, .stepIsOpen, .planDated, .extensionAllowed, .notComplainedOf,
                .anotherLead, .leadAbove, .anotherUnit:
                break
            }
        }
        return names
    }
}
