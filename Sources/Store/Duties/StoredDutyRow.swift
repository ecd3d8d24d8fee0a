import Casework
import Engine
import Postgres
import WorkingTime

/// Reads a row of `dutiesOfIssues` or `dutiesAt`.
enum StoredDutyRow {
    /// Of `dutiesAlong`; what is owed comes without its holder.
    static func place(_ row: Row) throws -> DutyPlace {
        let due = try row.instant("due_at")
        let holder = try row.text("holder")
        let slot = Int(try row.int32("slot"))
        return DutyPlace(
            dueAt: due.microseconds == .max ? nil : due,
            classRank: Int(try row.int16("class_rank")),
            issue: IssueID(try row.int64("issue_id")), slot: slot,
            key: holder.isEmpty ? nil : DutyRow.Key(slot: slot, holder: holder))
    }

    static func key(_ row: Row) throws -> DutyRow.Key {
        DutyRow.Key(slot: Int(try row.int32("slot")), holder: try row.text("holder"))
    }

    static func duty(_ row: Row) throws -> DutyChange.Put {
        guard let part = DutyRow.Part(rawValue: try row.text("part")) else {
            throw WorldFault("a duty of issue \(try row.int64("issue_id")) has an unknown part")
        }
        let due = try row.instant("due_at")
        return DutyChange.Put(
            row: DutyRow(
                key: try key(row),
                part: part, actions: try row.texts("actions"),
                barred: try row.int64s("barred").map(PersonID.init),
                dueAt: due.microseconds == .max ? nil : due,
                isPaused: try row.bool("is_paused"), isBlocked: try row.bool("is_blocked"),
                classRank: Int(try row.int16("class_rank"))),
            since: try row.instant("since"))
    }
}
