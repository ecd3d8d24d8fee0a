import APIModel
import Casework
import Engine
import Languages
import UseCases
import Workflow
import WorkingTime

extension Viewer {
    /// One thing that is owed, as whoever asks has to do with it.
    func duty(_ item: ReadDuties.Item) -> DutyAnswer {
        let issue = item.issue
        let row = item.duty.row
        let definition = world.definitions.workflow(issue.workflow)?.definition
        let clock = clock(of: row, in: issue)
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
            part: item.concernsAsker ? row.part.rawValue : DutyAnswer.seen,
            owedBy: item.holders.map { label(words(for: $0, of: issue)) },
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

    /// The clock that asks, or by whose deadline something is owed in the state.
    private func clock(of row: DutyRow, in issue: Issue) -> Clock? {
        switch Duty.Slot(number: row.key.slot) {
        case .clock(let number): issue.clocks.first { $0.number == number }
        case .state: issue.liveClocks.last { $0.dueAt == row.dueAt }
        case .onward: nil
        }
    }

    /// Who holds a duty, for people: a person by name, a post by its unit.
    private func words(for holder: DutyHolder, of issue: Issue) -> Label {
        switch holder {
        case .person(let id):
            world.directory.person(id).map { Label(zh: $0.name, en: $0.name) }
                ?? Label(zh: "已离任人员", en: "somebody who has left")
        case .unit(let code): name(code)
        case .head(let code): name(code, "负责人", "the head of")
        case .office(let code): name(code)
        case .leader(let code): name(code, "分管领导", "the leader in charge of")
        case .force, .divisionForce: Label(zh: "工作专班", en: "the task force")
        case .role(let role): role.label
        case .enterprise: Label(zh: "企业", en: "the enterprise")
        case .paired, .pairedWithProject: Label(zh: "包联人员", en: "the paired officer")
        }
    }

    private func name(_ code: String, _ zh: String = "", _ en: String = "") -> Label {
        let name =
            world.directory.unit(code: code)?.name(at: at) ?? Label(zh: "原单位", en: "a former unit")
        return Label(zh: name.zh + zh, en: en.isEmpty ? name.en : "\(en) \(name.en)")
    }
}
