import Languages
import Workflow
import WorkingTime

extension Decider {
    /// Carries an action out on a draft and turns that into its event.
    func act(
        _ situation: Situation, _ transition: ActionDefinition.Transition, on issue: Issue,
        comment: String?, key: CommandKey, requestDigest: [UInt8],
        passing: (clock: Int, mark: MarkDefinition)? = nil
    ) throws -> (event: IssueEvent, after: Issue) {
        var draft = Draft(situation, on: issue)
        draft.takeFields()
        draft.countParts()
        try draft.takeLead()
        try draft.refuseComplained()
        try draft.requireHandler()
        try draft.refuseComplainedParties()
        try draft.completeUnits()
        try draft.completeNewIssue()
        try draft.requireLead(in: transition.to)
        try draft.requireDates(of: transition)
        draft.track()
        if let passing { try draft.pass(passing.mark, of: passing.clock) }
        try draft.run(situation.action.effects + transition.effects)
        // Effects may put the unit of whoever acts in the lead.
        try draft.refuseComplained()
        draft.noteLead()
        draft.noteLetGo(to: transition.to)
        try draft.handOver()
        if situation.workflow.definition.state(transition.to)?.isOpen == false {
            try draft.endWithIssue()
        }
        return try draft.event(
            to: transition.to,
            by: Attribution(
                person: situation.principal.personID, role: situation.standing.role),
            key: key, requestDigest: requestDigest, comment: comment, fields: situation.fields)
    }
}

extension Draft {
    /// Turns the values that set attributes into attributes, and amends the narrative.
    mutating func takeFields() {
        for field in situation.action.fields {
            guard let attribute = field.sets, let value = situation.fields[field.name] else {
                continue
            }
            if attribute == .leadUnit {
                setLead(value)
            } else {
                issue.attributes[attribute] =
                    attribute == .supportingUnits ? joined(value) : value
            }
        }
        if let needs = situation.value(of: .needs) { issue.narrative.needs = needs.object }
        if let title = situation.fields["title"]?.text { issue.narrative.title = title }
        if let description = situation.fields["description"]?.text {
            issue.narrative.description = description
        }
    }

    /// Completes the units and the office, as far as the action changed what they depend on.
    mutating func completeUnits() throws(Refusal) {
        if issue.attributes[.leadUnit] != before.attributes[.leadUnit]
            || issue.attributes[.supportingUnits] != before.attributes[.supportingUnits]
        {
            completeSupportingUnits()
        }
        if situation.workflow.definition.state(before.state)?.kind == .initial,
            issue.attributes.division != before.attributes.division
                || issue.attributes.complainedUnit != before.attributes.complainedUnit
        {
            try completeOffice()
        }
    }

    /// Consulting adds units to those that support already; a dispatch names them anew.
    private func joined(_ value: FieldValue) -> FieldValue {
        guard situation.action.addsUnits, before.attributes.leadUnit != nil else { return value }
        let added = (value.list ?? []).filter {
            !before.attributes.supportingUnits.contains($0.text ?? "")
        }
        return .list(before.attributes.supportingUnits.map(FieldValue.text) + added)
    }

    /// Refuses a new lead that the issue complains about, whatever the action's own guards say.
    func refuseComplained() throws(Refusal) {
        guard let lead = issue.attributes.leadUnit, lead != before.attributes.leadUnit,
            GuardCheck(situation: situation, issue: issue).isComplainedOf(lead)
        else { return }
        throw .guardFailed(
            action: NamedAction(situation.action),
            failure: GuardFailure(
                name: Guard.notComplainedOf(field: situation.fieldName(setting: .leadUnit)).name,
                reason: GuardCheck.complained),
            allowed: [])
    }

    /// Refuses a handler who holds no post at the lead unit.
    func requireHandler() throws(Refusal) {
        guard !situation.action.isAdoption,
            let field = situation.action.field(setting: .handler),
            situation.fields[field.name] != nil, let handler = issue.attributes.handler,
            let lead = issue.attributes.leadUnit.flatMap(situation.world.directory.unit(code:))
        else { return }
        let directory = situation.world.directory
        let holders = [Right.Role.handler, .unitHead].flatMap {
            directory.holders(of: $0, over: lead.id, at: situation.at)
        }
        guard !holders.contains(where: { $0.id == handler }) else { return }
        throw .invalidFields([
            FieldFault(
                field: field.name, zh: "须为\(lead.name.zh)的承办人或负责人",
                en: "must be a handler or the head of \(lead.name.en)")
        ])
    }

    /// Refuses to take over an issue with the unit complained of, or somebody of it, handling it.
    func refuseComplainedParties() throws(Refusal) {
        guard situation.action.isAdoption else { return }
        let guards = GuardCheck(situation: situation, issue: issue)
        let supporting = issue.attributes.supportingUnits.contains(where: guards.isComplainedOf)
        let handler = issue.attributes.handler.flatMap(situation.world.directory.person)
        let isBarred = handler.map {
            situation.world.directory.bars($0, from: issue, at: situation.at)
        }
        let faults = [
            supporting ? Attribute.supportingUnits : nil, isBarred ?? false ? .handler : nil,
        ].compactMap { $0 }.map {
            FieldFault(
                field: situation.fieldName(setting: $0), zh: "不得为被反映单位或其人员",
                en: "must not be, or belong to, the unit complained of")
        }
        guard faults.isEmpty else { throw .invalidFields(faults) }
    }

    /// Adds the jurisdiction, leaves out the lead, repeats, and the unit complained of.
    ///
    /// Source: DOMAIN §7: the jurisdiction is always added.
    private mutating func completeSupportingUnits() {
        let attributes = issue.attributes
        guard let lead = attributes.leadUnit else { return }
        let jurisdiction = situation.world.directory.jurisdiction(
            of: attributes.division, at: situation.at)?.code
        let guards = GuardCheck(situation: situation, issue: issue)
        var seen: Set<String> = [lead]
        let units = (attributes.supportingUnits + [jurisdiction].compactMap { $0 })
            .filter { !guards.isComplainedOf($0) && seen.insert($0).inserted }
        issue.attributes[.supportingUnits] = .list(units.map(FieldValue.text))
    }

    /// Refuses to take over an issue into a state which only a lead unit can lead on, without one.
    func requireLead(in state: String) throws(Refusal) {
        guard situation.action.isAdoption, issue.attributes.leadUnit == nil else { return }
        let isOwed = situation.workflow.definition.actions.contains { action in
            action.transitions(from: state).contains { $0.to != state }
                && action.rights.contains { $0.relation == .leadUnit }
        }
        guard isOwed else { return }
        let label = situation.workflow.definition.state(state)?.label
        throw .invalidFields([
            FieldFault(
                field: situation.fieldName(setting: .leadUnit), zh: "“\(label?.zh ?? state)”状态必填",
                en: "is required in the state “\(label?.en ?? state)”")
        ])
    }

    /// Remembers who took the action and when, where some right or guard asks for it.
    mutating func track() {
        guard situation.workflow.trackedActions.contains(situation.action.name) else { return }
        issue.attributes.setLast(
            situation.action.name,
            LastTaken(
                sequence: before.sequence + 1, at: situation.at,
                by: situation.principal.personID))
    }

    /// Notes that a clock passed a mark: a breach is a fact from its deadline on.
    mutating func pass(_ mark: MarkDefinition, of number: Int) throws {
        guard let clock = issue.clocks.first(where: { $0.number == number }),
            let calendar = situation.world.calendars.calendar(of: clock)
        else { throw WorldFault("the calendar of clock \(number) of \(issue.id) is not published") }
        let marks = marks(on: calendar)
        let at = situation.at
        owing = clock.party
        try change(number) { clock throws(Refusal) in
            clock.passedMarks.append(mark.name)
            if at >= clock.dueAt { clock.breach() }
            try marks.arm(&clock)
        }
    }
}
