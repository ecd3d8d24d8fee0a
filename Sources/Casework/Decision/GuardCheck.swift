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

    private func canBeMetByValue(_ condition: Guard) -> Bool {
        guard case .isSet(let attribute) = condition else { return false }
        return situation.action.fields.contains { $0.sets == attribute }
    }

    private func failure(of condition: Guard) -> GuardFailure? {
        switch condition {
        case .withinLimit(let clock): withinLimit(clock)
        case .limitPassed(let clock): limitPassed(clock)
        case .beforeDue(let clock, let margin): beforeDue(clock, margin)
        case .atMostTimes(let counter, let times, let perUnit):
            atMost(counter, times, perUnit: perUnit)
        case .beforeAny(let action, let since): beforeAny(action, since)
        case .notTheHandler: notTheHandler()
        case .allOpinionsIn: allOpinionsIn()
        case .within(let days, let since): within(days, since)
        case .classIn(let classes): classIn(classes)
        case .isSet(let attribute): isSet(attribute)
        case .isNotSet(let attribute): isNotSet(attribute)
        case .planDated(let field): planDated(field)
        case .extensionAllowed(let field): extensionAllowed(field)
        case .notComplainedOf(let field): notComplainedOf(field)
        case .anotherUnit(let field): anotherUnit(field)
        }
    }

    private func withinLimit(_ kind: String) -> GuardFailure? {
        let clocks = issue.liveClocks(kind)
        if clocks.contains(where: { situation.at <= $0.dueAt && $0.breachedAt == nil }) {
            return nil
        }
        return GuardFailure(
            "withinLimit(\(kind))", zh: "已超过时限", en: "the time limit \(kind) has passed")
    }

    private func limitPassed(_ kind: String) -> GuardFailure? {
        if issue.liveClocks(kind).contains(where: { situation.at >= $0.dueAt }) { return nil }
        return GuardFailure(
            "limitPassed(\(kind))", zh: "时限尚未届满",
            en: "the time limit \(kind) has not passed yet")
    }

    private func beforeDue(_ kind: String, _ margin: TimeLimit) -> GuardFailure? {
        let failure = GuardFailure(
            "beforeDue(\(kind), \(margin))", zh: "距到期已不足规定时间",
            en: "less than \(margin) is left before \(kind) is due")
        guard let clock = issue.liveClocks(kind).last,
            let calendar = situation.world.calendar(of: clock)
        else { return failure }
        do throws(WorkingTimeRefusal) {
            let earliest = try calendar.deadline(from: situation.at, limit: margin).at
            return earliest <= clock.dueAt ? nil : failure
        } catch {
            return failure
        }
    }

    private func atMost(_ counter: String, _ times: Int, perUnit: Bool) -> GuardFailure? {
        let name = perUnit ? "\(counter).\(issue.attributes.leadUnit ?? "")" : counter
        guard issue.attributes.count(name) >= times else { return nil }
        return GuardFailure(
            "atMostTimes(\(counter), \(times))", zh: "次数已用完（最多\(times)次）",
            en: "it was done \(times) time(s) already, which is the most")
    }

    private func beforeAny(_ action: String, _ since: [String]) -> GuardFailure? {
        guard let taken = issue.attributes.last(action) else { return nil }
        if let start = lastOf(since), start.sequence > taken.sequence { return nil }
        return GuardFailure(
            "beforeAny(\(action))", zh: "此前已进行过\(label(action)?.zh ?? action)",
            en: "\(action) was taken already")
    }

    private func lastOf(_ actions: [String]) -> LastTaken? {
        actions.compactMap(issue.attributes.last).max { $0.sequence < $1.sequence }
    }

    private func label(_ action: String) -> Label? {
        situation.workflow.definition.action(action)?.label
    }

    private func notTheHandler() -> GuardFailure? {
        guard let person = situation.principal.personID, issue.attributes.handler == person
        else { return nil }
        return GuardFailure(
            "notTheHandler", zh: "审核人不得是承办人", en: "whoever reviews must not be the handler")
    }

    private func allOpinionsIn() -> GuardFailure? {
        let owing = issue.liveClocks(Clock.supportKind).compactMap(\.party)
        guard !owing.isEmpty else { return nil }
        let names = owing.map { situation.world.directory.unit(code: $0)?.name.zh ?? $0 }
        return GuardFailure(
            "allOpinionsIn", zh: "协办意见未到齐：\(names.joined(separator: "、"))",
            en: "opinions are still owed by \(owing.joined(separator: ", "))")
    }

    private func within(_ days: Int, _ since: [String]) -> GuardFailure? {
        let names = since.joined(separator: ", ")
        let failure = GuardFailure(
            "within(\(days)d, \(names))", zh: "已超过\(days)日",
            en: "more than \(days) days have passed since \(names)")
        guard let taken = lastOf(since) else { return failure }
        let last = situation.calendar.zone.date(at: taken.at).dayNumber + Int64(days)
        return situation.today.dayNumber <= last ? nil : failure
    }

    private func classIn(_ classes: [String]) -> GuardFailure? {
        let now = issue.attributes.issueClass ?? situation.workflow.definition.defaultClass
        guard !classes.contains(now) else { return nil }
        return GuardFailure(
            "classIn(\(classes.joined(separator: ", ")))", zh: "问题类别不适用",
            en: "the class is \(now)")
    }

    private func isSet(_ attribute: String) -> GuardFailure? {
        let isGiven = situation.action.fields.contains {
            $0.sets == attribute && situation.fields[$0.name] != nil
        }
        guard !isGiven, issue.attributes[attribute] == nil else { return nil }
        return GuardFailure(
            "isSet(\(attribute))", zh: "尚缺：\(attribute)", en: "\(attribute) is not set")
    }

    private func isNotSet(_ attribute: String) -> GuardFailure? {
        guard issue.attributes[attribute] != nil else { return nil }
        return GuardFailure(
            "isNotSet(\(attribute))", zh: "已有：\(attribute)", en: "\(attribute) is already set")
    }
}
