extension Guard {
    /// Says in words what must hold.
    package var words: String {
        switch self {
        case .withinLimit(let clock): "`\(clock)` has not run out"
        case .limitPassed(let clock): "`\(clock)` has run out"
        case .beforeDue(let clock, let margin):
            "at least \(margin) are left before `\(clock)` is due"
        case .atMostTimes(let counter, let times, let perUnit):
            "`\(counter)` is below \(times)\(perUnit ? " for the lead unit" : "")"
        case .atLeastTimes(let counter, let times): "`\(counter)` has reached \(times)"
        case .reasonedOverride(let field):
            "the lead unit is the one proposed, or `\(field)` says why not"
        case .beforeAny(let action, let since):
            since.isEmpty
                ? "`\(action)` was never taken"
                : "`\(action)` was not taken since \(Self.list(since))"
        case .notTheHandler: "whoever acts is not the handler"
        case .allOpinionsIn: "no supporting unit owes its opinion"
        case .reopenedWithin(let days, let since):
            "at most \(days) calendar days have passed since \(Self.list(since))"
        case .classIn(let classes): "the class is one of \(Self.list(classes))"
        case .isSet(let attribute): "`\(attribute.name)` is set"
        case .isNotSet(let attribute): "`\(attribute.name)` is not set"
        case .givenWhen(let field, let choice, let values):
            "`\(field)` is given where `\(choice)` is \(Self.list(values))"
        case .stepIsOpen(let clock, let field): "the step in `\(field)` is open on `\(clock)`"
        case .planDated(let field): "the dates of `\(field)` lie ahead and rise"
        case .extensionAllowed(let field): "the class allows an extension until `\(field)`"
        case .notComplainedOf(let field): "`\(field)` names no unit that the issue complains about"
        case .anotherLead(let field):
            "`\(field)` names neither the lead unit nor one that sent it back"
        case .leadAbove(let field): "`\(field)` names a unit of a division above"
        case .anotherUnit(let field): "`\(field)` names units that are not concerned yet"
        }
    }

    private static func list(_ names: [String]) -> String {
        names.map { "`\($0)`" }.joined(separator: ", ")
    }
}
