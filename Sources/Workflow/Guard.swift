package import WorkingTime

/// Names one condition that must hold for an action: a closed set, each with its parameters.
package enum Guard: Hashable, Sendable {
    /// The named clock runs and its deadline has not passed.
    case withinLimit(clock: String)
    /// The named clock's deadline has passed while it ran.
    case limitPassed(clock: String)
    /// At least that much working time is left before the named clock's deadline.
    case beforeDue(clock: String, by: TimeLimit)
    /// The counter is still below the number; per lead unit where said.
    case atMostTimes(counter: String, times: Int, perUnit: Bool)
    /// The counter has reached the number.
    case atLeastTimes(counter: String, times: Int)
    /// The lead unit is the one that routing proposes, or the field says why not.
    case reasonedOverride(field: String)
    /// The action was not taken since the last of the others was taken; never, where none is named.
    case beforeAny(action: String, since: [String])
    /// Whoever acts is not the handler that the issue has now.
    case notTheHandler
    /// No supporting unit still owes its opinion.
    case allOpinionsIn
    /// That many calendar days have not passed since the last of the actions was taken.
    case reopenedWithin(days: Int, since: [String])
    /// The class is one of these.
    case classIn([String])
    /// The attribute is set (a class was given, an extension is asked for).
    case isSet(attribute: Attribute)
    case isNotSet(attribute: Attribute)
    /// The field is given where the choice has one of these values.
    case givenWhen(field: String, choice: String, values: [String])
    /// The step of the plan whose number is in the field is still open on the clock.
    case stepIsOpen(clock: String, field: String)
    /// The dates of the plan lie ahead and rise.
    case planDated(field: String)
    /// The date lies after today's and within what the class allows to be added.
    case extensionAllowed(field: String)
    /// The unit in the field is not the one that the issue complains about.
    case notComplainedOf(field: String)
    /// The lead unit in the field is not the one that has the issue, nor one that sent it back.
    case anotherLead(field: String)
    /// The lead unit in the field, if one is given, is competent for a division above that of the
    /// present lead.
    case leadAbove(field: String)
    /// The unit in the field is not among the lead or supporting units already.
    case anotherUnit(field: String)
}

extension Guard {
    /// The guard with its parameters, e.g. `withinLimit(objection)`: what refusals name.
    package var name: String {
        switch self {
        case .withinLimit(let clock): "withinLimit(\(clock))"
        case .limitPassed(let clock): "limitPassed(\(clock))"
        case .beforeDue(let clock, let margin): "beforeDue(\(clock), \(margin))"
        case .atMostTimes(let counter, let times, _): "atMostTimes(\(counter), \(times))"
        case .atLeastTimes(let counter, let times): "atLeastTimes(\(counter), \(times))"
        case .reasonedOverride(let field): "reasonedOverride(\(field))"
        case .beforeAny(let action, _): "beforeAny(\(action))"
        case .notTheHandler: "notTheHandler"
        case .allOpinionsIn: "allOpinionsIn"
        case .reopenedWithin(let days, let since):
            "reopenedWithin(\(days)d, \(since.joined(separator: ", ")))"
        case .classIn(let classes): "classIn(\(classes.joined(separator: ", ")))"
        case .isSet(let attribute): "isSet(\(attribute.name))"
        case .isNotSet(let attribute): "isNotSet(\(attribute.name))"
        case .givenWhen(let field, let choice, let values):
            "givenWhen(\(field), \(choice): \(values.joined(separator: ", ")))"
        case .stepIsOpen(let clock, let field): "stepIsOpen(\(clock), \(field))"
        case .planDated(let field): "planDated(\(field))"
        case .extensionAllowed(let field): "extensionAllowed(\(field))"
        case .notComplainedOf(let field): "notComplainedOf(\(field))"
        case .anotherLead(let field): "anotherLead(\(field))"
        case .leadAbove(let field): "leadAbove(\(field))"
        case .anotherUnit(let field): "anotherUnit(\(field))"
        }
    }
}
