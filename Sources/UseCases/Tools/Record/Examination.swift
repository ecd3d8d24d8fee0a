import Casework
import Workflow
import WorkingTime

/// Compares what is stored of one issue with what its events come to.
struct Examination {
    /// What the events come to.
    let rebuilt: Issue
    private let unborn: Issue
    private let stored: Issue
    private let chainProblems: [String]
    private let birthProblems: [String]

    init(stored: Issue, events: [IssueEvent]) {
        self.stored = stored
        let version = events.lazy.compactMap(\.body.move).first?.from ?? stored.workflow
        unborn = Issue(unbornLike: stored, on: version)
        var rebuilt = unborn
        var problems: [String] = []
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

    func problems() -> [String] { chainProblems + birthProblems + differences() }

    private static func chainProblems(_ event: IssueEvent, after issue: Issue) -> [String] {
        var problems: [String] = []
        if event.sequence != issue.sequence + 1 || event.from != issue.state {
            problems.append("event \(event.sequence) does not follow event \(issue.sequence)")
        }
        if event.previousDigest != issue.digest {
            problems.append("event \(event.sequence) names another digest before it")
        }
        if event.digest != event.computedDigest() {
            problems.append("the digest of event \(event.sequence) does not fit its content")
        }
        return problems
    }

    private func differences() -> [String] {
        var problems: [String] = []
        if rebuilt.sequence != stored.sequence { problems.append("sequence differs") }
        if rebuilt.workflow != stored.workflow { problems.append("version differs") }
        if rebuilt.state != stored.state { problems.append("state differs") }
        if rebuilt.attributes != stored.attributes { problems.append("attributes differ") }
        if rebuilt.narrative != stored.narrative { problems.append("narrative differs") }
        problems += clockDifferences()
        if rebuilt.clockCount != stored.clockCount { problems.append("clock count differs") }
        if rebuilt.digest != stored.digest { problems.append("head digest differs") }
        if rebuilt.updatedAt != stored.updatedAt {
            problems.append("instant of last event differs")
        }
        return problems
    }

    private func clockDifferences() -> [String] {
        let numbers = Set((rebuilt.clocks + stored.clocks).map(\.number)).sorted()
        return numbers.filter { number in
            rebuilt.clocks.first { $0.number == number }
                != stored.clocks.first { $0.number == number }
        }.map { "clock \($0) differs" }
    }
}
