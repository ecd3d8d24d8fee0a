import Casework
import Engine
import Foundation
import Languages
import Workflow
import WorkingTime

/// What a notice asks of whom it goes to: the clocks that ran right after the event, by party.
extension NoticeWriter {
    /// The values that say what is to be done by when, and what the event itself fixed.
    func duties(
        of person: Person, _ told: Notice?, _ event: IssueEvent, _ issue: Issue
    ) -> [String: Any] {
        let owed = owed(by: person, told, event, issue)
        var values: [String: Any] = [
            "todo": owed.map { item($0, at: event.at, issue) },
            "facts": facts(of: event, issue),
        ]
        if owed.isEmpty { values["isForInformation"] = true }
        if told?.audience == Effect.Audience.supportingUnits.rawValue {
            values["isSupporting"] = true
        }
        return values
    }

    /// The deadline of a supporting unit is its own.
    func ownClock(
        of person: Person, _ told: Notice?, _ event: IssueEvent, _ issue: Issue
    ) -> Clock? {
        guard told?.audience == Effect.Audience.supportingUnits.rawValue else { return nil }
        return owed(by: person, told, event, issue).first
    }

    /// Ordered by deadline. What is a right is owed by nobody.
    private func owed(
        by person: Person, _ told: Notice?, _ event: IssueEvent, _ issue: Issue
    ) -> [Clock] {
        let parties = parties(of: person, told, event, issue)
        let roles = world.definitions.roles(of: issue)
        let holdsLevel = issue.attributes.levelHolders.contains(person.id)
        return issue.clocks.filter { clock in
            guard clock.status == .running, !isRight(clock, issue) else { return false }
            if roles.contains(clock.kind, as: ClockRole.escalation) { return holdsLevel }
            return clock.party.map(parties.contains) ?? false
        }.sorted { ($0.dueAt, $0.number) < ($1.dueAt, $1.number) }
    }

    private func isRight(_ clock: Clock, _ issue: Issue) -> Bool {
        definition(issue)?.clock(clock.kind)?.isRight ?? false
    }

    private func parties(
        of person: Person, _ told: Notice?, _ event: IssueEvent, _ issue: Issue
    ) -> Set<String> {
        let attributes = issue.attributes
        switch told.flatMap({ Effect.Audience(rawValue: $0.audience) }) {
        case .handler, .unitHead:
            return Set([attributes.leadUnit].compactMap(\.self))
        case .supportingUnits:
            return own(attributes.supportingUnits, of: person, at: event.at)
        case .office: return Set([attributes.office].compactMap(\.self))
        case .owingHead, .owingLeader:
            return Set(passed(by: event, issue).compactMap(\.clock.party))
        // They look after it: what the unit owes is not theirs to do.
        case .filer, .levelHolder, .leaderInCharge, .superior: return []
        case nil:
            return own(
                [attributes.leadUnit].compactMap(\.self) + attributes.supportingUnits,
                of: person, at: event.at)
        }
    }

    private func own(_ codes: [String], of person: Person, at instant: Instant) -> Set<String> {
        let own = world.directory.scope(of: .person(person), at: instant).belongsTo
        return Set(
            codes.filter { world.directory.unit(code: $0).map { own.contains($0.id) } ?? false })
    }

    private func item(_ clock: Clock, at instant: Instant, _ issue: Issue) -> [String: Any] {
        var item: [String: Any] = ["what": label(clock, issue), "by": time(clock.dueAt, of: issue)]
        if clock.dueAt <= instant { item["isLate"] = true }
        return item
    }

    /// What the event fixed: dates that somebody gave, issues that it names, and the clock whose mark it
    /// is, with its party.
    private func facts(of event: IssueEvent, _ issue: Issue) -> [[String: Any]] {
        let fields = definition(issue)?.action(event.action)?.fields ?? []
        let given = fields.compactMap { field -> [String: Any]? in
            guard field.form == .date || field.form == .issue,
                let value = event.body.fields[field.name]?.text
            else {
                return nil
            }
            return ["what": text(field.label), "value": value]
        }
        return given
            + passed(by: event, issue).map { clock, mark in
                let party = clock.party.flatMap(world.directory.unit(code:)).map {
                    text($0.name(at: event.at))
                }
                let owner = party.map { language == .en ? " (\($0))" : "（\($0)）" } ?? ""
                return [
                    "what": label(clock, issue) + owner,
                    "value": time(clock.dueAt, of: issue),
                ]
            }
    }

    /// The clocks whose mark became this event.
    private func passed(by event: IssueEvent, _ issue: Issue) -> [(clock: Clock, mark: String)] {
        guard event.by.role == .system else { return [] }
        return event.body.clocks.compactMap { clock in
            guard let name = clock.passedMarks.last,
                marks(of: clock, issue).contains(where: {
                    $0.name == name && $0.action == event.action
                })
            else { return nil }
            return (clock, name)
        }
    }

    private func marks(of clock: Clock, _ issue: Issue) -> [MarkDefinition] {
        guard let definition = definition(issue) else { return [] }
        let issueClass = definition.issueClass(clock.issueClass ?? definition.defaultClass)
        return issueClass?.marks[clock.kind] ?? definition.clock(clock.kind)?.marks ?? []
    }

    private func label(_ clock: Clock, _ issue: Issue) -> String {
        definition(issue)?.clock(clock.kind).map { text($0.label) } ?? clock.kind
    }

    func className(of issue: Issue) -> String? {
        issue.attributes.issueClass.flatMap { definition(issue)?.issueClass($0) }.map {
            text($0.label)
        }
    }

    private func definition(_ issue: Issue) -> WorkflowDefinition? {
        world.definitions.workflow(issue.workflow)?.definition
    }

    /// What staff type to see the issue.
    func command(for issue: Issue) -> String {
        "zhuqi show \(issue.number)" + (publicAddress.server.map { " --server \($0)" } ?? "")
    }

    /// Webhooks of the receiver that are paused.
    func pauses() -> [String: Any] {
        paused.isEmpty
            ? [:]
            : [
                "paused": paused.map { webhook in
                    [
                        "url": URLComponents(string: webhook.url)?.host ?? "",
                        "since": String(
                            webhook.failingSince.rfc3339(in: world.calendars.zone).prefix(16)
                        ).replacing("T", with: " "),
                    ]
                }
            ]
    }
}
