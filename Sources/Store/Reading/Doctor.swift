package import Casework
import Postgres
package import WorkingTime

/// Rebuilds every head and clock from its events, recomputes the digest chain, and compares; looks
/// for open issues on which nobody may act, and for numbers that no case has.
package struct Doctor: Sendable {
    package struct Finding: Sendable, Hashable, CustomStringConvertible {
        /// Nil where it is about no single issue.
        package let issue: IssueID?
        package let problem: String

        package var description: String {
            issue.map { "issue \($0): \(problem)" } ?? problem
        }
    }

    package struct Report: Sendable {
        package var issueCount = 0
        package var eventCount = 0
        package var findings: [Finding] = []
        /// What looks wrong and is explained.
        package var notes: [String] = []
    }

    private let store: PostgresCaseStore
    private let now: Instant

    /// - Parameter now: when it is asked who may act on what is open.
    package init(store: PostgresCaseStore, at now: Instant) {
        self.store = store
        self.now = now
    }

    /// Examines every issue, a few hundred at a time, so that no long snapshot is held.
    package func examine() async throws -> Report {
        var report = Report()
        for hole in try await store.read(.caseNumberHoles).map(NumberHole.init) {
            if hole.isOld {
                report.notes.append("\(hole)")
            } else {
                report.findings.append(Finding(issue: nil, problem: "\(hole)"))
            }
        }
        var last: Int64 = 0
        while true {
            let ids = try await store.read(.issueIDsAfter, .int64(last), .int32(200))
                .map { try $0.int64(0) }
            guard let highest = ids.last else { return report }
            try await examine(ids, into: &report)
            last = highest
        }
    }

    private func examine(_ ids: [Int64], into report: inout Report) async throws {
        let parameter = Parameter.int64s(ids)
        let statements = [
            TransactionControl.beginReadOnly,
            store.queries.statement(.headsByID, parameter),
            store.queries.statement(.eventsOfIssues, parameter),
            store.queries.statement(.issuesByID, parameter),
            store.queries.statement(.clocksOfIssues, parameter), TransactionControl.commit,
        ]
        let answers = try await converting {
            try await store.pool.withConnection { try await $0.run(statements) }
        }
        let events = try byIssue(answers[2])
        let issues = try byIssue(answers[3])
        let clocks = try byIssue(answers[4])
        for head in answers[1] {
            let id = try head.int64(0)
            let own = events[id] ?? []
            guard let issue = issues[id]?.first else { continue }
            report.issueCount += 1
            report.eventCount += own.count
            let examination = Examination(
                store: store, head: head, issue: issue, events: own, clocks: clocks[id] ?? [],
                now: now)
            report.findings += try examination.problems()
                .map { Finding(issue: IssueID(id), problem: $0) }
        }
    }

    private func byIssue(_ rows: Rows) throws -> [Int64: [Row]] {
        try Dictionary(grouping: rows) { try $0.int64(0) }
    }
}
