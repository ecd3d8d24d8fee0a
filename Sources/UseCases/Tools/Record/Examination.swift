import Casework
import Languages
import Workflow
import WorkingTime

/// Compares what is stored of one issue with what its events come to.
struct Examination {
    /// What the events come to.
    let rebuilt: Issue
    private let unborn: Issue
    private let stored: Issue
    private let chainProblems: [Label]
    private let birthProblems: [Label]

    init(stored: Issue, events: [IssueEvent]) {
        self.stored = stored
        let version = events.lazy.compactMap(\.body.move).first?.from ?? stored.workflow
        unborn = Issue(unbornLike: stored, on: version)
        var rebuilt = unborn
        var problems: [Label] = []
        for event in events {
            problems += Self.chainProblems(event, after: rebuilt)
            rebuilt.apply(event)
        }
        rebuilt.clocks.sort { $0.number < $1.number }
        self.rebuilt = rebuilt
        chainProblems = problems
        birthProblems = events.first.map { BirthComparison(of: stored, with: $0).differences } ?? []
    }

    /// What must be owed after the events, ordered by key.
    func duties(_ events: [IssueEvent], in world: World) -> [DutyChange.Put] {
        world.definitions.dutyChange(of: unborn, by: events).put
    }

    func problems() -> [Label] { chainProblems + birthProblems + differences() }

    private static func chainProblems(_ event: IssueEvent, after issue: Issue) -> [Label] {
        var problems: [Label] = []
        if event.sequence != issue.sequence + 1 || event.from != issue.state {
            problems.append(
                Label(
                    zh: "第 \(event.sequence) 笔历史不接第 \(issue.sequence) 笔",
                    en: "event \(event.sequence) does not follow event \(issue.sequence)"))
        }
        if event.previousDigest != issue.digest {
            problems.append(
                Label(
                    zh: "第 \(event.sequence) 笔历史所记的前一摘要不符",
                    en: "event \(event.sequence) names another digest before it"))
        }
        if event.digest != event.computedDigest() {
            problems.append(
                Label(
                    zh: "第 \(event.sequence) 笔历史的摘要与内容不符",
                    en: "the digest of event \(event.sequence) does not fit its content"))
        }
        return problems
    }

    private func differences() -> [Label] {
        var problems: [Label] = []
        func note(_ differs: Bool, _ zh: String, _ en: String) {
            if differs { problems.append(Label(zh: "\(zh)不符", en: en)) }
        }
        note(rebuilt.sequence != stored.sequence, "历史笔数", "sequence differs")
        note(rebuilt.workflow != stored.workflow, "工作流版本", "version differs")
        note(rebuilt.state != stored.state, "状态", "state differs")
        note(rebuilt.attributes != stored.attributes, "属性", "attributes differ")
        note(rebuilt.narrative != stored.narrative, "叙述", "narrative differs")
        problems += clockDifferences()
        note(rebuilt.clockCount != stored.clockCount, "时限个数", "clock count differs")
        note(rebuilt.digest != stored.digest, "最后摘要", "head digest differs")
        note(rebuilt.updatedAt != stored.updatedAt, "最后一笔的时间", "instant of last event differs")
        return problems
    }

    private func clockDifferences() -> [Label] {
        let numbers = Set((rebuilt.clocks + stored.clocks).map(\.number)).sorted()
        return numbers.filter { number in
            rebuilt.clocks.first { $0.number == number }
                != stored.clocks.first { $0.number == number }
        }.map { Label(zh: "第 \($0) 个时限不符", en: "clock \($0) differs") }
    }
}
