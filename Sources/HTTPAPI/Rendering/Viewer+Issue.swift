import APIModel
import Casework
import Workflow
import WorkingTime

extension Viewer {
    func issue(
        _ issue: Issue, enterprise: Enterprise?, phone: PhoneForm = .masked,
        proposal: IssueAnswer.Proposal? = nil
    ) -> IssueAnswer {
        let published = world.definitions.workflow(issue.workflow)
        let definition = published?.definition
        let zone = zone(of: issue)
        let attributes = issue.attributes
        let state = definition?.state(issue.state)
        let resolve = world.definitions.resolution(of: issue)
        let percent =
            attributes.issueClass.flatMap { definition?.issueClass($0) }?.amberPercent ?? 70
        let shown = now == nil ? headClocks(of: issue) : issue.clocks
        var answer = IssueAnswer(
            id: issue.id.description, number: issue.number, caseId: issue.caseID.description,
            workflow: definition?.id ?? "", workflowVersion: published?.version ?? 0,
            version: issue.sequence, state: issue.state,
            stateLabel: state.map { label($0.label) }
                ?? LabelAnswer(zh: issue.state, en: issue.state),
            isOpen: state?.isOpen ?? false, class: attributes.issueClass ?? "",
            category: attributes.category, division: attributes.division,
            title: issue.narrative.title, description: issue.narrative.description,
            needs: typed(issue.narrative.needs, \.needs, of: issue),
            results: typed(attributes.results(.outcome), \.results, of: issue),
            enterprise: self.enterprise(enterprise),
            subject: subject(world.definitions.subject(of: issue)),
            contact: contact(of: issue, phone),
            confidential: attributes.isConfidential, leadUnit: unit(attributes.leadUnit),
            supportingUnits: attributes.supportingUnits.compactMap(unit),
            office: unit(attributes.office), handler: person(attributes.handler),
            filer: person(issue.filer), serviceOfficer: person(issue.serviceOfficer),
            level: attributes.level, card: attributes.card,
            signal: signal(of: issue, percent), dueAt: resolve.map { time($0.dueAt, zone) },
            originalDueAt: resolve.map { time($0.originalDueAt, zone) },
            attributes: shownAttributes(of: issue),
            clocks: shown.map { clock($0, of: definition, zone, amberPercent: percent) },
            isAttested: attributes.isAttested, createdAt: time(issue.createdAt, zone),
            updatedAt: time(issue.updatedAt, zone),
            proposal: proposal)
        answer.cardLabel = attributes.card.flatMap { Attribute.card.label(ofValue: $0) }
            .map { label($0) }
        answer.valueLabels = valueLabels(of: issue, definition)
        return answer
    }

    /// What an answer to an action tells of clocks beside those that its event touched: the one that
    /// queues go by, and the one that is due next.
    private func headClocks(of issue: Issue) -> [Clock] {
        let running = issue.clocks.filter { $0.status == .running }
        let next = running.filter { !isRight($0, of: issue) }.min { $0.dueAt < $1.dueAt }
        let resolve = world.definitions.resolution(of: issue)
        return [resolve, next?.number == resolve?.number ? nil : next].compactMap { $0 }
            + running.filter { isRight($0, of: issue) && $0.dueAt >= issue.updatedAt }
    }

    private func isRight(_ clock: Clock, of issue: Issue) -> Bool {
        world.definitions.workflow(issue.workflow)?.definition.clock(clock.kind)?.isRight ?? false
    }

    /// The resolve clock's light; before there is one, the most urgent of the others.
    private func signal(of issue: Issue, _ percent: Int) -> String? {
        guard let now else { return nil }
        let clocks =
            world.definitions.resolution(of: issue).map { [$0] }
            ?? issue.liveClocks.filter { !isRight($0, of: issue) }
        let signals = clocks.compactMap { signal(of: $0, at: now, percent) }
        return ["red", "amber", "green"].first(where: signals.contains)
    }

    private func contact(of issue: Issue, _ phone: PhoneForm) -> IssueAnswer.Contact? {
        issue.narrative.contact.map {
            IssueAnswer.Contact(name: $0.name, phone: $0.phone.map(phone.text))
        }
    }

    /// Values in the order of the category that types them; what none knows comes last.
    ///
    /// - Parameter category: that which the issue had when they were given; nil: that which it has.
    func typed(
        _ values: [String: FieldValue]?,
        _ types: KeyPath<WorkflowDefinition.Category, [ValueDefinition]>, of issue: Issue,
        in category: String? = nil
    ) -> [TypedValue]? {
        guard let values else { return nil }
        let known = world.definitions.values(
            named: Set(values.keys), types,
            asking: [category, issue.attributes.category].compactMap(\.self), in: issue.workflow)
        let rest = values.keys.filter { name in !known.contains { $0.name == name } }.sorted()
        return known.compactMap { type in
            values[type.name].map { found in
                let described = value(type)
                return TypedValue(
                    name: type.name, label: described.label, value: JSONValue(found),
                    quantity: described.quantity)
            }
        }
            + rest.map {
                TypedValue(
                    name: $0, label: LabelAnswer(zh: $0, en: $0),
                    value: values[$0].map(JSONValue.init) ?? .null, quantity: nil)
            }
    }

    /// What has a place of its own in the answer is left out.
    private func shownAttributes(of issue: Issue) -> [String: JSONValue] {
        shown(issue.attributes.recorded, zone(of: issue)) { $0 != .placed }
    }
}
