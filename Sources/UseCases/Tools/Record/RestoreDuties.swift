package import Casework
package import Store

/// Reckons what is owed on open issues from their events, where a program of before there were duties
/// changed them last.
package struct RestoreDuties: Sendable {
    private static let pageSize = 200

    private let duties: DutyRecords
    private let examination: ExaminationRecords
    private let world: World

    package init(_ records: Records, in world: World) {
        duties = records.duties
        examination = records.examination
        self.world = world
    }

    /// - Returns: of how many issues it was written.
    package func restore() async throws -> Int {
        var count = 0
        var last: IssueID?
        while true {
            let ids = try await duties.issuesWithoutDuty(after: last, limit: Self.pageSize)
            guard let highest = ids.last else { return count }
            let owed = try await examination.issues(ids).compactMap(owed)
            count += try await duties.restore(owed).count
            last = highest
        }
    }

    /// Nil where its history can't be read: the doctor tells that.
    private func owed(_ stored: StoredIssue) -> (issue: Issue, change: DutyChange)? {
        guard case .whole(let issue, let events, _, _) = stored.content else { return nil }
        let change = DutyChange(
            ended: [], put: Examination(stored: issue, events: events).duties(events, in: world))
        return (issue, change)
    }
}
