import Languages
import Workflow
import WorkingTime

/// Asks the guards of an action whether it may happen now.
struct GuardCheck {
    let situation: Situation
    let issue: Issue

    /// Returns the guard that refuses, the most telling one of several; nil where all agree.
    func firstFailure() -> GuardFailure? { firstFailure(of: situation.action.guards) }

    /// Returns the guard that refuses whatever values the action is given.
    func firstFailureOfState() -> GuardFailure? {
        firstFailure(of: situation.action.guards.filter { !canBeMetByValue($0) })
    }

    /// A clock that does not run says little of why: where another guard refuses too, that one tells.
    private func firstFailure(of guards: [Guard]) -> GuardFailure? {
        let (bare, telling) = (
            guards.filter(asksForEndedClock), guards.filter { !asksForEndedClock($0) }
        )
        return (telling + bare).lazy.compactMap(failure).first
    }

    private func asksForEndedClock(_ condition: Guard) -> Bool {
        guard case .withinLimit(let kind) = condition else { return false }
        return issue.liveClocks(kind).isEmpty
    }

    /// Tells whether a guard refuses that never agrees again while the issue stays where it is.
    var isTooLateForGood: Bool {
        situation.action.guards.contains { condition in
            guard case .reopenedWithin(let days, let since) = condition else { return false }
            return reopenedWithin(days, since) != nil
        }
    }

    private func canBeMetByValue(_ condition: Guard) -> Bool {
        guard case .isSet(let attribute) = condition else { return false }
        return situation.action.fields.contains { $0.sets == attribute }
    }

    private func failure(of condition: Guard) -> GuardFailure? {
        reason(against: condition).map { GuardFailure(name: condition.name, reason: $0) }
    }

    /// Says for people why a guard refuses; nil where it agrees.
    private func reason(against condition: Guard) -> Label? {
        switch condition {
        case .withinLimit(let clock): withinLimit(clock)
        case .limitPassed(let clock): limitPassed(clock)
        case .beforeDue(let clock, let margin): beforeDue(clock, margin)
        case .atMostTimes(let counter, let times, let perUnit):
            atMost(counter, times, perUnit: perUnit)
        case .beforeAny(let action, let since): beforeAny(action, since)
        case .atLeastTimes(let counter, let times): atLeast(counter, times)
        case .reasonedOverride(let field): reasonedOverride(field)
        case .notTheHandler: notTheHandler()
        case .allOpinionsIn: allOpinionsIn()
        case .reopenedWithin(let days, let since): reopenedWithin(days, since)
        case .classIn(let classes): classIn(classes)
        case .isSet(let attribute): isSet(attribute)
        case .isNotSet(let attribute): isNotSet(attribute)
        case .givenWhen(let field, let choice, let values): givenWhen(field, choice, values)
        case .stepIsOpen(let clock, let field): stepIsOpen(clock, field)
        case .planDated(let field): planDated(field)
        case .extensionAllowed(let field): extensionAllowed(field)
        case .notComplainedOf(let field): notComplainedOf(field)
        case .anotherLead(let field): anotherLead(field)
        case .leadAbove(let field): leadAbove(field)
        case .anotherUnit(let field): anotherUnit(field)
        }
    }

    private func withinLimit(_ kind: String) -> Label? {
        let clocks = issue.liveClocks(kind)
        if clocks.contains(where: { situation.at <= $0.dueAt && !$0.isBreached }) {
            return nil
        }
        let label = clockLabel(kind)
        guard let due = clocks.map(\.dueAt).max() else {
            return Label(
                zh: "“\(label.zh)”的时限已过或已结束",
                en: "the time limit for “\(label.en)” has passed or ended")
        }
        let time = situation.calendar.zone.words(due)
        return Label(
            zh: "“\(label.zh)”的时限已于\(time)届满",
            en: "the time limit for “\(label.en)” ended at \(time)")
    }

    private func limitPassed(_ kind: String) -> Label? {
        let clocks = issue.liveClocks(kind)
        if clocks.contains(where: { situation.at >= $0.dueAt }) { return nil }
        let label = clockLabel(kind)
        guard let due = clocks.map(\.dueAt).min() else {
            return Label(
                zh: "“\(label.zh)”没有在计时",
                en: "no time limit for “\(label.en)” runs")
        }
        let time = situation.calendar.zone.words(due)
        return Label(
            zh: "“\(label.zh)”的时限到\(time)才届满",
            en: "the time limit for “\(label.en)” ends at \(time)")
    }

    private func clockLabel(_ kind: String) -> Label {
        situation.workflow.definition.clock(kind)?.label ?? Label(zh: kind, en: kind)
    }

    private func beforeDue(_ kind: String, _ margin: TimeLimit) -> Label? {
        let (label, least) = (clockLabel(kind), margin.words)
        let failure = Label(
            zh: "距“\(label.zh)”到期已不足\(least.zh)",
            en: "less than \(least.en) is left before “\(label.en)” is due")
        guard let clock = issue.liveClocks(kind).last,
            let calendar = situation.world.calendars.calendar(of: clock)
        else { return failure }
        do throws(WorkingTimeRefusal) {
            let earliest = try calendar.deadline(from: situation.at, limit: margin).at
            return earliest <= clock.dueAt ? nil : failure
        } catch {
            return failure
        }
    }

    private func atMost(_ counter: String, _ times: Int, perUnit: Bool) -> Label? {
        let unit = perUnit ? issue.attributes.leadUnit ?? "" : nil
        guard issue.attributes.count(counter, of: unit) >= times else { return nil }
        let label = counterLabel(counter)
        return Label(
            zh: "\(label.zh)已达上限：\(perUnit ? "每个主办单位" : "")最多\(times)次",
            en: "\(label.en): \(times) already, which is the most\(perUnit ? " for a unit" : "")")
    }

    private func counterLabel(_ name: String) -> Label {
        situation.workflow.definition.counters.first { $0.name == name }?.label
            ?? Label(zh: name, en: name)
    }

    private func atLeast(_ counter: String, _ times: Int) -> Label? {
        let count = issue.attributes.count(counter)
        guard count < times else { return nil }
        let label = counterLabel(counter)
        return Label(
            zh: "\(label.zh)须满\(times)次（现\(count)次）",
            en: "\(label.en): \(count) of at least \(times)")
    }

    private func beforeAny(_ action: String, _ since: [String]) -> Label? {
        guard let taken = issue.attributes.last(action) else { return nil }
        if let start = lastOf(since), start.sequence > taken.sequence { return nil }
        let (label, time) = (actionLabel(action), situation.calendar.zone.words(taken.at))
        let by = taken.by.flatMap(situation.world.directory.person)?.name
        return Label(
            zh: "此前已“\(label.zh)”（\(time)\(by.map { "，\($0)" } ?? "")）",
            en: "“\(label.en)” was taken already (\(time)\(by.map { ", \($0)" } ?? ""))")
    }

    private func lastOf(_ actions: [String]) -> LastTaken? {
        actions.compactMap(issue.attributes.last).max { $0.sequence < $1.sequence }
    }

    private func actionLabel(_ action: String) -> Label {
        situation.workflow.definition.action(action)?.label ?? Label(zh: action, en: action)
    }

    private func notTheHandler() -> Label? {
        guard let person = situation.principal.personID, issue.attributes.handler == person
        else { return nil }
        return Label(zh: "审核人不得是承办人", en: "whoever reviews must not be the handler")
    }

    private func allOpinionsIn() -> Label? {
        let definition = situation.workflow.definition
        let owing = issue.liveClocks
            .filter { definition.clock($0.kind)?.party == .supportingUnits }.compactMap(\.party)
        guard !owing.isEmpty else { return nil }
        let names = owing.map(unitName)
        return Label(
            zh: "协办意见未到齐：\(names.map(\.zh).joined(separator: "、"))",
            en: "opinions are still owed by \(names.map(\.en).joined(separator: ", "))")
    }

    private func reopenedWithin(_ days: Int, _ since: [String]) -> Label? {
        let labels = since.map(actionLabel)
        let failure = Label(
            zh: "“\(labels.map(\.zh).joined(separator: "”“"))”之后已超过\(days)日",
            en:
                "more than \(days) days have passed since “\(labels.map(\.en).joined(separator: "”, “"))”"
        )
        guard let taken = lastOf(since) else { return failure }
        let last = situation.calendar.zone.date(at: taken.at).dayNumber + Int64(days)
        return situation.today.dayNumber <= last ? nil : failure
    }

    private func classIn(_ classes: [String]) -> Label? {
        let now = issue.attributes.issueClass ?? situation.workflow.definition.defaultClass
        guard !classes.contains(now) else { return nil }
        let label = situation.workflow.definition.issueClass(now)?.label
        return Label(
            zh: "不适用于\(now)类问题\(label.map { "（\($0.zh)）" } ?? "")",
            en: "it is not for issues of the class \(now)\(label.map { " (\($0.en))" } ?? "")")
    }

    /// A unit by the name that it bears at the instant of the action.
    func unitName(_ code: String) -> Label {
        situation.world.directory.unit(code: code)?.name(at: situation.at)
            ?? Label(zh: code, en: code)
    }

    private func isSet(_ attribute: Attribute) -> Label? {
        let isGiven = situation.action.fields.contains {
            $0.sets == attribute && situation.fields[$0.name] != nil
        }
        guard !isGiven, !isHeld(attribute) else { return nil }
        let label = attributeLabel(attribute)
        return Label(zh: "尚缺：\(label.zh)", en: "\(label.en) is not set")
    }

    /// What people call an attribute: the label of a field that sets it, or the declared one.
    private func attributeLabel(_ attribute: Attribute) -> Label {
        situation.workflow.definition.actions.lazy.flatMap(\.fields)
            .first { $0.sets == attribute }?.label ?? attribute.label
    }

    private func isHeld(_ attribute: Attribute) -> Bool {
        issue.attributes.holds(attribute, in: situation.workflow.definition)
    }

    private func isNotSet(_ attribute: Attribute) -> Label? {
        guard isHeld(attribute) else { return nil }
        let label = attributeLabel(attribute)
        let person = issue.attributes.handler.flatMap(situation.world.directory.person)
        if attribute == .handler, let person {
            return Label(
                zh: "\(person.name)已在承办", en: "\(person.name) has it already")
        }
        return Label(zh: "已有：\(label.zh)", en: "\(label.en) is already set")
    }
}
