import Languages
import Workflow
import WorkingTime

/// Asks the guards of an action whether it may happen now.
struct GuardCheck {
    let situation: Situation
    let issue: Issue

    /// Returns the first guard that refuses; nil where all agree.
    func firstFailure() -> GuardFailure? {
        situation.action.guards.lazy.compactMap(failure).first
    }

    /// Returns the first guard that refuses whatever values the action is given.
    func firstFailureOfState() -> GuardFailure? {
        situation.action.guards.lazy.filter { !canBeMetByValue($0) }.compactMap(failure).first
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
        return Label(zh: "已超过时限", en: "the time limit \(kind) has passed")
    }

    private func limitPassed(_ kind: String) -> Label? {
        if issue.liveClocks(kind).contains(where: { situation.at >= $0.dueAt }) { return nil }
        return Label(
            zh: "时限尚未届满",
            en: "the time limit \(kind) has not passed yet")
    }

    private func beforeDue(_ kind: String, _ margin: TimeLimit) -> Label? {
        let failure = Label(
            zh: "距到期已不足规定时间",
            en: "less than \(margin) is left before \(kind) is due")
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
        return Label(
            zh: "次数已用完（最多\(times)次）",
            en: "it was done \(times) time(s) already, which is the most")
    }

    private func atLeast(_ counter: String, _ times: Int) -> Label? {
        let count = issue.attributes.count(counter)
        guard count < times else { return nil }
        let label = situation.workflow.definition.counters.first { $0.name == counter }?.label
        return Label(
            zh: "\(label?.zh ?? counter)须满\(times)次（现\(count)次）",
            en: "\(label?.en ?? counter): \(count) of at least \(times)")
    }

    private func beforeAny(_ action: String, _ since: [String]) -> Label? {
        guard let taken = issue.attributes.last(action) else { return nil }
        if let start = lastOf(since), start.sequence > taken.sequence { return nil }
        return Label(
            zh: "此前已进行过\(label(action)?.zh ?? action)",
            en: "\(action) was taken already")
    }

    private func lastOf(_ actions: [String]) -> LastTaken? {
        actions.compactMap(issue.attributes.last).max { $0.sequence < $1.sequence }
    }

    private func label(_ action: String) -> Label? {
        situation.workflow.definition.action(action)?.label
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
        let names = owing.map { situation.world.directory.unit(code: $0)?.name.zh ?? $0 }
        return Label(
            zh: "协办意见未到齐：\(names.joined(separator: "、"))",
            en: "opinions are still owed by \(owing.joined(separator: ", "))")
    }

    private func reopenedWithin(_ days: Int, _ since: [String]) -> Label? {
        let names = since.joined(separator: ", ")
        let failure = Label(
            zh: "已超过\(days)日",
            en: "more than \(days) days have passed since \(names)")
        guard let taken = lastOf(since) else { return failure }
        let last = situation.calendar.zone.date(at: taken.at).dayNumber + Int64(days)
        return situation.today.dayNumber <= last ? nil : failure
    }

    private func classIn(_ classes: [String]) -> Label? {
        let now = issue.attributes.issueClass ?? situation.workflow.definition.defaultClass
        guard !classes.contains(now) else { return nil }
        return Label(
            zh: "问题类别不适用",
            en: "the class is \(now)")
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
                zh: "\(person.name)已在承办", en: "\(person.login) has it already")
        }
        return Label(zh: "已有：\(label.zh)", en: "\(label.en) is already set")
    }
}
