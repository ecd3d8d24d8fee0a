import Languages
import Workflow
import WorkingTime

/// The guards that look at a value of the action itself.
extension GuardCheck {
    private var roles: WorkflowRoles { situation.workflow.definition.roles }

    func givenWhen(_ field: String, _ choice: String, _ values: [String]) -> Label? {
        guard let chosen = situation.fields[choice]?.text, values.contains(chosen),
            situation.fields[field] == nil
        else { return nil }
        let label = situation.action.field(field)?.label ?? Label(zh: field, en: field)
        let choices = situation.action.field(choice)?.choiceLabels[chosen]
        return Label(
            zh: "选择“\(choices?.zh ?? chosen)”时须填写\(label.zh)",
            en: "\(label.en) is needed with \(choices?.en ?? chosen)")
    }

    func stepIsOpen(_ kind: String, _ field: String) -> Label? {
        let open = issue.liveClocks(kind).compactMap(\.step).sorted()
        let step = situation.fields[field]?.integer.map(Int.init(truncatingIfNeeded:))
        guard open.isEmpty || step.map({ !open.contains($0) }) == true else { return nil }
        let listed = open.map(String.init).joined(separator: ", ")
        return Label(
            zh: "该节点不在办理中；未完成节点：\(listed)",
            en: "no step of that number is open; open steps: \(listed)")
    }

    func planDated(_ field: String) -> Label? {
        guard let steps = situation.fields[field]?.list else { return nil }
        let dates = steps.compactMap { $0.object?["on"]?.text.flatMap(CalendarDate.read) }
        // Decisions stand side by side; the steps of a plan follow each other.
        let isPlan = situation.action.field(field)?.form == .plan
        let rises = !isPlan || zip(dates, dates.dropFirst()).allSatisfy { $0 < $1 }
        if rises, let first = dates.min(), first > situation.today { return nil }
        guard isPlan else {
            return Label(zh: "各事项的期限须在今日之后", en: "the dates must lie after today")
        }
        return Label(
            zh: "计划日期须在今日之后并依次递增",
            en: "the dates of the plan must lie after today and rise")
    }

    func extensionAllowed(_ field: String) -> Label? {
        guard
            let date = situation.given(field, on: issue)?.text.flatMap(CalendarDate.read),
            let clock = issue.resolution(by: roles)
        else { return nil }
        guard let allowance = situation.issueClass(of: issue)?.extensions else {
            return Label(zh: "本类问题不得延期", en: "this class knows no extension")
        }
        if issue.attributes.count(.extensions, in: roles) >= allowance.atMostTimes {
            return Label(
                zh: "延期次数已用完（最多\(allowance.atMostTimes)次）",
                en: "the class allows \(allowance.atMostTimes) extension(s)")
        }
        return dateFailure(date, clock, allowance.totalWorkingDays)
    }

    private func dateFailure(
        _ date: CalendarDate, _ clock: Clock, _ total: Int?
    ) -> Label? {
        let zone = situation.calendar.zone
        guard date > zone.date(at: clock.dueAt) else {
            return Label(zh: "新期限须晚于现期限", en: "the new date must lie after the deadline")
        }
        guard let total, let calendar = situation.world.calendars.calendar(of: clock) else {
            return nil
        }
        let added = calendar.workingDays(
            from: clock.movedByPauses ?? clock.originalDueAt,
            to: zone.midnight(of: date).adding(seconds: 86399), pauses: [])
        guard added > Int64(total) else { return nil }
        return Label(
            zh: "延期合计不得超过\(total)个工作日",
            en: "all extensions together may add \(total) working days")
    }

    func reasonedOverride(_ field: String) -> Label? {
        guard let chosen = situation.value(setting: .leadUnit)?.text,
            situation.fields[field] == nil,
            let proposed = situation.proposal(for: issue).lead, proposed.code != chosen
        else { return nil }
        let label = situation.action.field(field)?.label ?? Label(zh: field, en: field)
        let name = situation.router.name(proposed)
        return Label(
            zh: "系统建议由\(name.zh)主办，改派须填写\(label.zh)",
            en: "\(name.en) is proposed; \(label.en) is needed to choose another unit")
    }

    func notComplainedOf(_ field: String) -> Label? {
        guard let value = situation.fields[field],
            ([value.text].compactMap { $0 } + (value.list ?? []).compactMap(\.text))
                .contains(where: isComplainedOf)
        else { return nil }
        return Self.complained
    }

    static let complained = Label(
        zh: "被反映单位不得经办",
        en: "the unit that the issue complains about may not handle it")

    /// Tells whether a unit is the one that the issue complains about, or lies below or above it:
    /// those above answer for their own people.
    func isComplainedOf(_ code: String) -> Bool {
        let directory = situation.world.directory
        guard let complained = issue.attributes.complainedUnit,
            let unit = directory.unit(code: code), let scope = directory.unit(code: complained)
        else { return false }
        return directory.unit(unit.id, isSubordinateTo: scope.id)
            || directory.unit(scope.id, isWithin: unit.id)
    }

    func anotherLead(_ field: String) -> Label? {
        guard let code = situation.fields[field]?.text else { return nil }
        let isPresent = code == issue.attributes.leadUnit
        guard isPresent || issue.attributes.sentBackBy(in: roles).contains(code) else { return nil }
        let name = unitName(code)
        return isPresent
            ? Label(zh: "\(name.zh)正在主办", en: "\(name.en) is the lead unit already")
            : Label(zh: "\(name.zh)已退过此单", en: "\(name.en) has sent the issue back before")
    }

    func leadAbove(_ field: String) -> Label? {
        let directory = situation.world.directory
        guard let code = situation.fields[field]?.text, let unit = directory.unit(code: code),
            let lead = issue.attributes.leadUnit.flatMap(directory.unit(code:))
        else { return nil }
        let above = directory.divisionAndAbove(lead.division).dropFirst()
        guard !above.contains(unit.division) else { return nil }
        return Label(
            zh: "提级办理须交上一级的单位，\(unitName(code).zh)不是",
            en: "\(unitName(code).en) is not competent for a division above that of "
                + unitName(lead.code).en)
    }

    func anotherUnit(_ field: String) -> Label? {
        let attributes = issue.attributes
        let concerned = [attributes.leadUnit].compactMap { $0 } + attributes.supportingUnits
        let given =
            [situation.fields[field]?.text].compactMap { $0 }
            + (situation.fields[field]?.list ?? []).compactMap(\.text)
        guard let code = given.first(where: concerned.contains) else { return nil }
        return Label(
            zh: "\(unitName(code).zh)已在办理此件",
            en: "\(unitName(code).en) works on the issue already")
    }
}
