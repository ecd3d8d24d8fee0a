import APIModel
import Casework
import Engine
import UseCases
import Workflow
import WorkingTime

extension Viewer {
    /// One thing that is owed, as whoever asks has to do with it.
    func duty(_ item: ReadDuties.Item) -> DutyAnswer {
        let issue = item.issue
        let row = item.duty.row
        let definition = world.definitions.workflow(issue.workflow)?.definition
        let clock = issue.clock(askingFor: Duty.Slot(number: row.key.slot), dueAt: row.dueAt)
        let shown = clock.map { self.clock($0, of: issue) }
        let zone = zone(of: issue)
        return DutyAnswer(
            issue: issue.number, version: issue.sequence, title: issue.narrative.title,
            about: item.enterprise?.name ?? subject(world.definitions.subject(of: issue))?.name,
            class: issue.attributes.issueClass ?? "", stateLabel: stateLabel(of: issue),
            level: issue.attributes.level, card: issue.attributes.card,
            actions: row.actions.compactMap { definition?.action($0) }.map {
                DutyAnswer.Action(action: $0.name, label: label($0.label))
            },
            clock: shown?.label,
            part: item.concernsAsker ? DutyAnswer.Part(row.part) : .sees,
            owedBy: item.holders.map { label($0.label(in: world.directory, at: at)) },
            since: time(item.duty.since ?? issue.updatedAt, zone),
            dueAt: row.dueAt.map { time($0, zone) },
            signal: row.dueAt == nil ? nil : shown?.signal,
            isOverdue: row.dueAt.map { due in shown?.isOverdue ?? (at > due) },
            remainder: shown?.remainder,
            isPaused: row.isPaused, isBlocked: row.isBlocked)
    }

    /// How much stands in each queue.
    func queues(_ queues: [CountDuties.Queue]) -> QueuesAnswer {
        QueuesAnswer(
            now: time(at, world.calendars.zone),
            queues: queues.map { queue in
                func count(_ light: DutyLight) -> QueuesAnswer.Count {
                    QueuesAnswer.Count(
                        count: queue.counts[light]?.count ?? 0,
                        hasMore: queue.counts[light]?.hasMore ?? false)
                }
                return QueuesAnswer.Queue(
                    queue: queue.queue.rawValue, overdue: count(.overdue), today: count(.today),
                    later: count(.later), undated: count(.undated))
            })
    }
}

extension DutyAnswer.Part {
    fileprivate init(_ part: DutyRow.Part) {
        switch part {
        case .owes: self = .owes
        case .substitutes: self = .substitutes
        case .helps: self = .helps
        case .within: self = .within
        case .waits: self = .waits
        }
    }
}
