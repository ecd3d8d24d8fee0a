import Workflow
import WorkingTime

/// Tells whether the guards of an action let it happen, as far as the issue alone can say.
///
/// What a guard asks of a value, of whoever acts, of the calendar or of the directory is met, or not, when
/// somebody acts: a duty must not change with any of these.
struct DutyGuards {
    enum Answer: Hashable {
        case open
        /// Somebody else has to do something first.
        case waits
        case closed
    }

    let issue: Issue
    let workflow: PublishedWorkflow

    func answer(for action: ActionDefinition) -> Answer {
        let answers = action.guards.map { answer(for: $0, of: action) }
        return answers.contains(.closed) ? .closed : answers.contains(.waits) ? .waits : .open
    }

    private func answer(for condition: Guard, of action: ActionDefinition) -> Answer {
        switch condition {
        case .isSet(let attribute):
            holds(attribute) || action.field(setting: attribute) != nil ? .open : .closed
        case .isNotSet(let attribute): holds(attribute) ? .closed : .open
        case .allOpinionsIn: opinionsAreIn ? .open : .waits
        case .classIn(let classes):
            classes.contains(issue.attributes.issueClass ?? workflow.definition.defaultClass)
                ? .open : .closed
        case .atMostTimes(let counter, let times, let perUnit):
            count(counter, perUnit) < times ? .open : .closed
        case .atLeastTimes(let counter, let times):
            count(counter, false) >= times ? .open : .closed
        case .beforeAny(let action, let since): isBefore(action, since) ? .open : .closed
        case .withinLimit(let clock): runs(clock) { $0.dueAt >= issue.updatedAt && !$0.isBreached }
        case .limitPassed(let clock): runs(clock) { $0.dueAt <= issue.updatedAt }
        case .beforeDue, .reasonedOverride, .notTheHandler, .reopenedWithin, .givenWhen,
            .stepIsOpen, .planDated, .extensionAllowed, .notComplainedOf, .anotherLead, .leadAbove,
            .anotherUnit:
            .open
        }
    }

    /// Tells whether the answer may change by nothing but the time of the next event.
    static func goByTime(_ action: ActionDefinition) -> Bool {
        action.guards.contains { condition in
            switch condition {
            case .withinLimit, .limitPassed: true
            case .isSet, .isNotSet, .allOpinionsIn, .classIn, .atMostTimes, .atLeastTimes,
                .beforeAny, .beforeDue, .reasonedOverride, .notTheHandler, .reopenedWithin,
                .givenWhen, .stepIsOpen, .planDated, .extensionAllowed, .notComplainedOf,
                .anotherLead, .leadAbove, .anotherUnit:
                false
            }
        }
    }

    private func holds(_ attribute: Attribute) -> Bool {
        issue.attributes.holds(attribute, in: workflow.definition)
    }

    private var opinionsAreIn: Bool {
        !issue.liveClocks.contains {
            workflow.definition.clock($0.kind)?.party == .supportingUnits
        }
    }

    private func count(_ counter: String, _ perUnit: Bool) -> Int {
        issue.attributes.count(counter, of: perUnit ? issue.attributes.leadUnit ?? "" : nil)
    }

    private func isBefore(_ action: String, _ since: [String]) -> Bool {
        guard let taken = issue.attributes.last(action) else { return true }
        let start = since.compactMap(issue.attributes.last).map(\.sequence).max()
        return start.map { $0 > taken.sequence } ?? false
    }

    private func runs(_ kind: String, _ isMeant: (Clock) -> Bool) -> Answer {
        issue.liveClocks(kind).contains(where: isMeant) ? .open : .closed
    }
}
