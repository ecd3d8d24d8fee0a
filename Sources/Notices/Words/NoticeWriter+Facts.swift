import Casework
import Foundation
import Languages
import Workflow
import WorkingTime

/// What an event itself fixed.
extension NoticeWriter {
    /// Dates that somebody gave, issues that it names, and the clock whose mark it is, with its party.
    func facts(of event: IssueEvent, _ issue: Issue) -> [[String: Any]] {
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
            + passed(by: event, issue).map { clock in
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
    private func passed(by event: IssueEvent, _ issue: Issue) -> [Clock] {
        guard event.by.role == .system else { return [] }
        return event.body.clocks.filter { clock in
            guard let name = clock.passedMarks.last else { return false }
            return marks(of: clock, issue).contains {
                $0.name == name && $0.action == event.action
            }
        }
    }

    private func marks(of clock: Clock, _ issue: Issue) -> [MarkDefinition] {
        guard let definition = definition(issue) else { return [] }
        let issueClass = definition.issueClass(clock.issueClass ?? definition.defaultClass)
        return issueClass?.marks[clock.kind] ?? definition.clock(clock.kind)?.marks ?? []
    }

    func className(of issue: Issue) -> String? {
        issue.attributes.issueClass.flatMap { definition(issue)?.issueClass($0) }.map {
            text($0.label)
        }
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
