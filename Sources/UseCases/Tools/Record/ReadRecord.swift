import Auditing
import Casework
import Store
import WorkingTime

/// Reads the whole record of one moment, issue by issue, a few hundred at a time.
struct ReadRecord: Sendable {
    private static let pageSize = 200

    private let snapshot: RecordSnapshot
    private let catalogue: StateCatalogue

    init(_ snapshot: RecordSnapshot, by catalogue: StateCatalogue) {
        self.snapshot = snapshot
        self.catalogue = catalogue
    }

    /// Hands over every issue whose first event lies before an instant, ordered by id, with all its
    /// events.
    ///
    /// - Throws: `CancellationError` where nobody waits for it any more.
    func forEach(before end: Instant, _ body: (RecordedIssue) throws -> Void) async throws {
        var last: IssueID?
        while true {
            try Task.checkCancellation()
            let page = try await snapshot.issues(
                bornBefore: end, after: last, limit: Self.pageSize, by: catalogue)
            guard let highest = page.last else { return }
            for whole in page {
                try body(
                    RecordedIssue(
                        issue: whole.issue, events: whole.events, enterprise: whole.enterprise,
                        caseSource: whole.source?.name,
                        externalReference: whole.source?.externalReference))
            }
            last = highest.issue.id
        }
    }
}
