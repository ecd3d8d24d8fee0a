import Casework
import Engine
import Languages
import Mustache
import Workflow
import WorkingTime

/// Puts events into the words of the published templates.
struct NoticeWriter {
    let world: World
    let events: EventMessage
    let publicAddress: PublicAddress
    let enterprises: [EnterpriseID: Enterprise]
    let language: Language
    let now: Instant
    /// How duties concern the receiver; nil where it is unknown.
    let concern: DutyConcern?
    let templates: TemplateCache
    /// Webhooks of the receiver that wait for it.
    let paused: [PausedWebhook]

    /// Tells a person of one event: what happened as it was then, what is owed as it is now.
    func notice(
        _ item: OutboxItem, of issue: Issue, to person: Person, _ duties: Duties
    ) -> MessageWords {
        var values = head(of: issue, at: item.event.at)
        let told = item.event.body.told?.first { $0.person == person.id }
        values.merge(happening(item.event, of: issue)) { $1 }
        values["class"] = className(of: issue)
        values["facts"] = facts(of: item.event, issue)
        values["person"] = person.name
        values["insteadOf"] = told?.insteadOf.flatMap(world.directory.person)?.name
        if told?.audience == Effect.Audience.supportingUnits.rawValue {
            values["isSupporting"] = true
        }
        values.merge(self.values(of: duties)) { $1 }
        values.merge(pauses()) { $1 }
        return words(.notice, values)
    }

    /// Tells the enterprise of its link.
    func forEnterprise(
        _ item: OutboxItem, of issue: Issue, to contact: Narrative.Contact?
    ) -> MessageWords {
        var values = head(of: issue, at: item.event.at)
        values["contact"] = contact?.name
        values["link"] =
            events.link(of: item.event, at: publicAddress) ?? publicAddress.base
        values["expires"] = item.event.body.link.map { time($0.expiresAt, of: issue) }
        return words(.enterprise, values)
    }

    /// What is so of an issue at an instant.
    func head(of issue: Issue, at instant: Instant) -> [String: Any] {
        var values: [String: Any] = [
            "number": issue.number, "title": issue.narrative.title,
            "enterprise": enterprise(of: issue)?.name ?? "",
            "link": publicAddress.issue(issue.number),
            "command": command(for: issue),
            "state": text(
                world.definitions.label(ofState: issue.state, in: issue.workflow)
                    ?? Label(zh: issue.state, en: issue.state)),
        ]
        values["about"] = about(issue, at: instant)
        values["lead"] = issue.attributes.leadUnit.flatMap(world.directory.unit(code:)).map {
            text($0.name(at: instant))
        }
        if issue.attributes.level > 0 { values["level"] = issue.attributes.level }
        return values.merging(deadline(of: issue, at: instant)) { $1 }
    }

    private func enterprise(of issue: Issue) -> Enterprise? {
        issue.enterprise.flatMap { enterprises[$0] }
    }

    /// The name of the enterprise, project or unit that an issue is about; nil where it is about none.
    func about(_ issue: Issue, at instant: Instant) -> String? {
        switch world.definitions.subject(of: issue) {
        case .enterprise: enterprise(of: issue)?.name
        case .project(let code): world.directory.project(code).map { text($0.name) } ?? code
        case .unit(let code):
            world.directory.unit(code: code).map { text($0.name(at: instant)) } ?? code
        case .nothing: nil
        }
    }

    /// The deadline of the issue, whoever owes what on it.
    private func deadline(of issue: Issue, at instant: Instant) -> [String: Any] {
        guard let clock = world.definitions.resolution(of: issue) else { return [:] }
        return [
            "due": time(clock.dueAt, of: issue), "dueOf": label(clock, issue),
            "isOverdue": clock.dueAt <= instant && world.definitions.isOpen(issue),
        ]
    }

    /// What happened, why, and by whom.
    func happening(_ event: IssueEvent, of issue: Issue) -> [String: Any] {
        var values: [String: Any] = [
            "action": text(world.definitions.label(ofAction: event.action, in: issue.workflow))
        ]
        let said = [event.body.fields["reason"]?.text, event.body.fields["text"]?.text]
        let reasons = [event.body.climb.map(level)] + said + [event.body.comment]
        let reason = reasons.compactMap { $0 }.joined(separator: "；")
        if !reason.isEmpty { values["reason"] = reason }
        values["by"] = event.by.person.flatMap(world.directory.person)?.name
        return values
    }

    private func level(_ climb: Climb) -> String {
        let label = world.ladders.service.levels.first { $0.level == climb.to }?.label
        return text(
            Label(
                zh: "提级至 \(climb.to) 级 \(label?.zh ?? "")",
                en: "raised to level \(climb.to) \(label?.en ?? "")"))
    }

    func words(_ kind: NoticeRules.Kind, _ values: [String: Any]) -> MessageWords {
        let template = world.notices.templates[kind] ?? NoticeRules.plain.templates[kind]
        return MessageWords(
            subject: oneLine(rendered(template?.subject, values)),
            body: rendered(template?.body, values))
    }

    /// What was published was checked: a template that can't be read prints as it is.
    private func rendered(_ label: Label?, _ values: [String: Any]) -> String {
        let source = label.map(text) ?? ""
        return templates.template(source)?.render(values) ?? source
    }

    private func oneLine(_ text: String) -> String {
        String(text.map { $0.isNewline ? " " : $0 })
    }

    func text(_ label: Label) -> String { label.text(in: language) }
}
