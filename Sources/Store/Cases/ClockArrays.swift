import Casework
import Postgres
import WorkingTime

/// The columns of `putClocks`, one element for each clock that was started, moved or ended.
struct ClockArrays {
    private var issueIDs: [Int64] = []
    private var clocks: [Clock] = []
    private var snapshots: [[UInt8]] = []

    var count: Int { clocks.count }

    mutating func add(_ clock: Clock, of issue: IssueID, _ columns: HeadColumns) throws {
        issueIDs.append(issue.rawValue)
        clocks.append(clock)
        snapshots.append(try columns.snapshot(of: clock))
    }

    var parameters: [Parameter] {
        [
            .int64s(issueIDs), .int32s(clocks.map { Int32($0.number) }), .texts(clocks.map(\.kind)),
            .int32s(clocks.map { Int32($0.cycle) }), .texts(clocks.map(\.party)),
            .texts(clocks.map(\.status.rawValue)),
            .timestamps(clocks.map(\.startedAt.microseconds)),
            .timestamps(clocks.map(\.originalDueAt.microseconds)),
            .timestamps(clocks.map(\.dueAt.microseconds)), .bools(clocks.map(\.isProvisional)),
            .timestamps(clocks.map(\.endedAt?.microseconds)),
            .timestamps(clocks.map(\.breachedAt?.microseconds)),
            .timestamps(clocks.map { $0.nextAlarmAt?.microseconds ?? .max }), .jsons(snapshots),
        ]
    }
}
