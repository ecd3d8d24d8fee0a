package import Languages

extension Guard {
    /// Says in words what must hold.
    package var words: Label {
        switch self {
        case .withinLimit(let clock): Label(zh: "“\(clock)”未到期", en: "`\(clock)` has not run out")
        case .limitPassed(let clock): Label(zh: "“\(clock)”已到期", en: "`\(clock)` has run out")
        case .beforeDue(let clock, let margin):
            Label(
                zh: "“\(clock)”到期前至少还有 \(margin)",
                en: "at least \(margin) are left before `\(clock)` is due")
        case .atMostTimes(let counter, let times, let perUnit):
            Label(
                zh: "“\(counter)”未满 \(times) 次\(perUnit ? "（按主办单位计）" : "")",
                en: "`\(counter)` is below \(times)\(perUnit ? " for the lead unit" : "")")
        case .atLeastTimes(let counter, let times):
            Label(zh: "“\(counter)”已满 \(times) 次", en: "`\(counter)` has reached \(times)")
        case .reasonedOverride(let field):
            Label(
                zh: "主办单位为建议的单位，或在“\(field)”说明理由",
                en: "the lead unit is the one proposed, or `\(field)` says why not")
        case .beforeAny(let action, let since):
            since.isEmpty
                ? Label(zh: "从未“\(action)”", en: "`\(action)` was never taken")
                : Label(
                    zh: "自\(Self.list(since, in: .zh))以来未“\(action)”",
                    en: "`\(action)` was not taken since \(Self.list(since, in: .en))")
        case .notTheHandler: Label(zh: "办理人不是承办人", en: "whoever acts is not the handler")
        case .allOpinionsIn: Label(zh: "协办意见已齐", en: "no supporting unit owes its opinion")
        case .reopenedWithin(let days, let since):
            Label(
                zh: "距\(Self.list(since, in: .zh))不超过 \(days) 天",
                en: "at most \(days) calendar days have passed since "
                    + Self.list(since, in: .en))
        case .classIn(let classes):
            Label(
                zh: "分类为\(Self.list(classes, in: .zh))之一",
                en: "the class is one of \(Self.list(classes, in: .en))")
        case .isSet(let attribute):
            Label(zh: "“\(attribute.label.zh)”已填", en: "`\(attribute.name)` is set")
        case .isNotSet(let attribute):
            Label(zh: "“\(attribute.label.zh)”未填", en: "`\(attribute.name)` is not set")
        case .givenWhen(let field, let choice, let values):
            Label(
                zh: "“\(choice)”为\(Self.list(values, in: .zh))时须填“\(field)”",
                en: "`\(field)` is given where `\(choice)` is \(Self.list(values, in: .en))")
        case .stepIsOpen(let clock, let field):
            Label(
                zh: "“\(field)”所指一步的“\(clock)”尚未完成",
                en: "the step in `\(field)` is open on `\(clock)`")
        case .planDated(let field):
            Label(zh: "“\(field)”的日期都在今后并依次向后", en: "the dates of `\(field)` lie ahead and rise")
        case .extensionAllowed(let field):
            Label(zh: "该分类允许延至“\(field)”", en: "the class allows an extension until `\(field)`")
        case .notComplainedOf(let field):
            Label(
                zh: "“\(field)”不是被反映的单位",
                en: "`\(field)` names no unit that the issue complains about")
        case .anotherLead(let field):
            Label(
                zh: "“\(field)”既不是主办单位，也不是退过单的单位",
                en: "`\(field)` names neither the lead unit nor one that sent it back")
        case .leadAbove(let field):
            Label(zh: "“\(field)”是上级属地的单位", en: "`\(field)` names a unit of a division above")
        case .anotherUnit(let field):
            Label(zh: "“\(field)”是尚未参与的单位", en: "`\(field)` names units that are not concerned yet")
        }
    }

    private static func list(_ names: [String], in language: Language) -> String {
        language.list(names.map { Label.name($0).text(in: language) })
    }
}
