import Workflow
package import WorkingTime

/// Keeps what is owed on one issue while events happen to it: what is new is held since its event, what
/// goes on keeps the time since when.
package struct DutyBook: Sendable {
    /// Each row with the time since when it is held; nil: since before the book was opened.
    package private(set) var rows: [DutyRow.Key: DutyChange.Put]
    private let before: [DutyRow.Key: DutyRow]
    private var ended: Set<DutyRow.Key> = []

    /// Opens it on an issue as it stands, or, where it has no events yet, empty.
    package init(of issue: Issue, in workflow: PublishedWorkflow?) {
        let rows = Self.rows(of: issue, in: workflow)
        before = rows
        self.rows = rows.mapValues { DutyChange.Put(row: $0, since: nil) }
    }

    private static func rows(
        of issue: Issue, in workflow: PublishedWorkflow?
    ) -> [DutyRow.Key: DutyRow] {
        guard let workflow, issue.sequence > 0 else { return [:] }
        let definition = workflow.definition
        let issueClass = issue.attributes.issueClass ?? definition.defaultClass
        let rank = definition.issueClass(issueClass)?.rank ?? 0
        let rows = DutyCalculation(of: issue, in: workflow).duties()
            .flatMap { $0.rows(classRank: rank) }
        return Dictionary(rows.map { ($0.key, $0) }) { first, _ in first }
    }

    /// Takes in how the issue stands after its next event.
    package mutating func advance(to issue: Issue, in workflow: PublishedWorkflow?) {
        let now = Self.rows(of: issue, in: workflow)
        ended.formUnion(rows.keys.filter { now[$0] == nil })
        let earlier = rows
        rows = now.reduce(into: [:]) { rows, entry in
            let since: Instant? =
                if let kept = earlier[entry.key] { kept.since } else { issue.updatedAt }
            rows[entry.key] = DutyChange.Put(row: entry.value, since: since)
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

    package var isEmpty: Bool { ended.isEmpty && put.isEmpty }
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
