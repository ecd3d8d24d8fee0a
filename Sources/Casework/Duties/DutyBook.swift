import Workflow
package import WorkingTime

/// Keeps what is owed on one issue while events happen to it: what is new is held since its event, what
/// goes on keeps the time since when.
///
/// It derives nothing before an event that bears on it, and makes rows of what has changed alone: most
/// actions change little of what is owed.
package struct DutyBook: Sendable {
    private var issue: Issue
    private var workflow: PublishedWorkflow?
    /// What is owed now; nil while nothing has happened that bears on it.
    private var owed: Owed?
    /// The rows of duties that have changed, each with the time since when it is held; nil: since before
    /// the book was opened.
    private var rows: [DutyRow.Key: DutyChange.Put] = [:]
    private var before: [DutyRow.Key: DutyRow] = [:]
    private var changed: Set<Duty.Slot> = []
    private var ended: Set<DutyRow.Key> = []

    /// Opens it on an issue as it stands, or, where it has no events yet, empty.
    package init(of issue: Issue, in workflow: PublishedWorkflow?) {
        self.issue = issue
        self.workflow = workflow
    }

    /// Takes in how the issue stands after its next event.
    package mutating func advance(to next: Issue, in workflow: PublishedWorkflow?) {
        let isSame = workflow?.owesTheSame(next, as: issue) ?? false
        let earlier = isSame ? nil : owed ?? Owed(on: issue, in: self.workflow)
        issue = next
        self.workflow = workflow
        guard let earlier else { return }
        let now = Owed(on: next, in: workflow)
        owed = now
        for slot in now.slots(unlike: earlier) { take(now, after: earlier, in: slot) }
    }

    private mutating func take(_ now: Owed, after earlier: Owed, in slot: Duty.Slot) {
        let old = earlier.rows(in: slot)
        if changed.insert(slot).inserted {
            for row in old {
                before[row.key] = row
                rows[row.key] = DutyChange.Put(row: row, since: nil)
            }
        }
        let new = now.rows(in: slot)
        let kept = Set(new.map(\.key))
        for row in old where !kept.contains(row.key) {
            ended.insert(row.key)
            rows[row.key] = nil
        }
        for row in new {
            let since: Instant? =
                if let one = rows[row.key] { one.since } else { issue.updatedAt }
            rows[row.key] = DutyChange.Put(row: row, since: since)
        }
    }

    /// What is to be stored of it, ordered by key.
    package var change: DutyChange {
        let put = rows.values.filter { $0.since != nil || before[$0.row.key] != $0.row }
            .sorted { $0.row.key < $1.row.key }
        return DutyChange(
            ended: ended.filter { before[$0] != nil }.sorted(),
            put: put)
    }
}

/// What is owed on an issue as it stands.
private struct Owed {
    private let duties: [Duty]
    private let classRank: Int

    init(on issue: Issue, in workflow: PublishedWorkflow?) {
        guard let workflow, issue.sequence > 0 else {
            (duties, classRank) = ([], 0)
            return
        }
        let definition = workflow.definition
        let issueClass = issue.attributes.issueClass ?? definition.defaultClass
        classRank = definition.issueClass(issueClass)?.rank ?? 0
        duties = DutyCalculation(of: issue, in: workflow).duties()
    }

    private func duty(_ slot: Duty.Slot) -> Duty? { duties.first { $0.slot == slot } }

    func rows(in slot: Duty.Slot) -> [DutyRow] {
        duty(slot)?.rows(classRank: classRank) ?? []
    }

    func slots(unlike earlier: Owed) -> [Duty.Slot] {
        let gone = earlier.duties.map(\.slot).filter { duty($0) == nil }
        guard classRank == earlier.classRank else { return gone + duties.map(\.slot) }
        return gone + duties.filter { earlier.duty($0.slot) != $0 }.map(\.slot)
    }
}

extension PublishedWorkflow {
    /// Tells whether nothing has changed that what is owed follows from: the state, the clocks, the values,
    /// and, where it goes by time, the time.
    fileprivate func owesTheSame(_ issue: Issue, as earlier: Issue) -> Bool {
        earlier.sequence > 0 && issue.state == earlier.state && issue.workflow == earlier.workflow
            && issue.clocks == earlier.clocks && issue.attributes == earlier.attributes
            && isAsOpen(issue, as: earlier)
    }

    /// Tells whether time alone has opened or closed nothing that is asked for.
    private func isAsOpen(_ issue: Issue, as earlier: Issue) -> Bool {
        guard !askedByTime.isEmpty else { return true }
        let asked =
            issue.liveClocks.flatMap { self.asked.asked(byClock: $0.kind) }
            + self.asked.asked(inState: issue.state).flatMap(\.actions)
            + self.asked.leadingOn(from: issue.state)
        return asked.lazy.map(\.action).filter(askedByTime.contains).allSatisfy { name in
            definition.action(name).map { action in
                DutyGuards(issue: issue, workflow: self).answer(for: action)
                    == DutyGuards(issue: earlier, workflow: self).answer(for: action)
            } ?? true
        }
    }
}

/// What of the duties of one issue is to be stored.
package struct DutyChange: Hashable, Sendable {
    package struct Put: Hashable, Sendable {
        package let row: DutyRow
        /// Nil where the row is there, and keeps its time.
        package let since: Instant?

        package init(row: DutyRow, since: Instant?) {
            self.row = row
            self.since = since
        }
    }

    /// To be removed first; one that began anew stands in both lists.
    package let ended: [DutyRow.Key]
    package let put: [Put]

    package init(ended: [DutyRow.Key], put: [Put]) {
        self.ended = ended
        self.put = put
    }
}

extension PublishedDefinitions {
    /// What becomes of the duties of an issue by some events of it.
    package func dutyChange(of issue: Issue, by events: [IssueEvent]) -> DutyChange {
        var book = DutyBook(of: issue, in: workflow(issue.workflow))
        var issue = issue
        for event in events {
            issue.apply(event)
            book.advance(to: issue, in: workflow(issue.workflow))
        }
        return book.change
    }

    /// What is owed on an issue that is created.
    func duties(of newIssue: Decision.NewIssue) -> DutyChange {
        dutyChange(of: Issue(unbornLike: newIssue.after), by: [newIssue.event])
    }
}
