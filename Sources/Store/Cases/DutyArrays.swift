import Casework
import Postgres
import Workflow
import WorkingTime

/// The columns of `endDuties` and `putDuties`, one element for each holder of a duty.
struct DutyArrays {
    private var ended: [(issue: Int64, key: DutyRow.Key)] = []
    private var put: [(issue: Int64, row: DutyRow, since: Instant)] = []
    /// Issues that belong elsewhere now: what goes on there is told.
    private(set) var placed: [Int64] = []

    var endedCount: Int { ended.count }
    var putCount: Int { put.count }

    mutating func add(_ change: DutyChange, of issue: Issue) {
        let id = issue.id.rawValue
        ended += change.ended.map { (id, $0) }
        put += change.put.map { (id, $0.row, $0.since ?? issue.updatedAt) }
    }

    mutating func place(_ issue: IssueID) { placed.append(issue.rawValue) }

    var endedParameters: [Parameter] {
        [
            .int64s(ended.map(\.issue)), .int32s(ended.map { Int32($0.key.slot) }),
            .texts(ended.map(\.key.holder)),
        ]
    }

    var putParameters: [Parameter] {
        let rows = put.map(\.row)
        return [
            .int64s(put.map(\.issue)), .int32s(rows.map { Int32($0.key.slot) }),
            .texts(rows.map(\.key.holder)), .texts(rows.map(\.part.rawValue)),
            .texts(rows.map { Self.literal($0.actions) }),
            .texts(rows.map { Self.literal($0.barred.map(\.description)) }),
            .timestamps(put.map(\.since.microseconds)),
            .timestamps(rows.map { $0.dueAt?.microseconds ?? .max }),
            .bools(rows.map(\.isPaused)), .bools(rows.map(\.isBlocked)),
            .int16s(rows.map { Int16($0.classRank) }),
        ]
    }

    /// An array literal of plain words.
    private static func literal(_ words: [String]) -> String {
        "{" + words.joined(separator: ",") + "}"
    }
}

extension IssueEvent {
    /// Tells whether it changes what rows of duties copy from the head.
    var changesPlace: Bool {
        from != to || body.move != nil
            || [Attribute.division, .category, .leadUnit, .level].contains {
                body.set.attributes[$0] != nil
            }
    }
}
