import Casework
import Postgres
import WorkingTime

/// The columns of `putClocks`, one element for each clock that was started, moved or ended.
struct ClockArrays {
    private var issueIDs: [Int64] = []
    private var clocks: [Clock] = []

    var count: Int { clocks.count }

    mutating func add(_ clock: Clock, of issue: IssueID) {
        issueIDs.append(issue.rawValue)
        clocks.append(clock)
    }

    var parameters: [Parameter] {
        [.int64s(issueIDs)] + identity + times + alarms
    }

    private var identity: [Parameter] {
        [
            .int32s(clocks.map { Int32($0.number) }), .texts(clocks.map(\.kind)),
            .int32s(clocks.map { Int32($0.cycle) }), .texts(clocks.map(\.party)),
            .texts(clocks.map(\.issueClass)),
            .texts(clocks.map(\.limit.description)), .texts(clocks.map(\.calendar)),
            .int32s(clocks.map { Int32($0.calendarRevision) }),
            .texts(clocks.map(\.status.rawValue)),
        ]
    }

    private var times: [Parameter] {
        [
            .timestamps(clocks.map(\.startedAt.microseconds)),
            .timestamps(clocks.map(\.originalDueAt.microseconds)),
            .timestamps(clocks.map(\.dueAt.microseconds)),
            .timestamps(clocks.map(\.movedByPauses?.microseconds)),
            .bools(clocks.map(\.isProvisional)),
            .texts(clocks.map { Self.literal($0.pauses.map(\.from)) }),
            .texts(clocks.map { Self.literal($0.pauses.map(\.until)) }),
        ]
    }

    private var alarms: [Parameter] {
        [
            .timestamps(clocks.map(\.heldAt?.microseconds)),
            .timestamps(clocks.map(\.endedAt?.microseconds)),
            .timestamps(clocks.map(\.breachedAt?.microseconds)),
            .texts(clocks.map { "{" + $0.passedMarks.joined(separator: ",") + "}" }),
            .texts(clocks.map(\.nextMark)),
            .timestamps(clocks.map { $0.nextAlarmAt?.microseconds ?? .max }),
            .int32s(clocks.map { $0.step.map(Int32.init) }), .texts(clocks.map(\.hoursOf)),
            .timestamps(clocks.map(\.breachLiftedAt?.microseconds)),
        ]
    }

    /// An array literal, for a column that is an array itself; a pause that lasts has no end.
    private static func literal(_ instants: [Instant?]) -> String {
        "{" + instants.map { $0?.description ?? "infinity" }.joined(separator: ",") + "}"
    }
}
