import Casework
import JSON
import Postgres
import Workflow
import WorkingTime

/// Reads the columns of `eventsOfIssue` and its sisters, in their order.
struct EventRow {
    let catalogue: StateCatalogue

    func event(_ row: Row) throws -> IssueEvent {
        let encodedBody = try row.json(10)
        let roleName = try row.text(6)
        guard let role = Right.Role(rawValue: roleName) else {
            throw WorldFault("an event was taken in the unknown role \(roleName)")
        }
        var event = IssueEvent(
            issue: IssueID(try row.int64(0)), sequence: Int(try row.int32(1)),
            from: try catalogue.name(ofState: row.int32(2)),
            action: try catalogue.name(ofAction: row.int32(3)),
            to: try catalogue.name(ofState: row.int32(4)),
            at: Instant(microseconds: try row.timestamp(7)),
            by: Attribution(person: try row.int64OrNil(5).map(PersonID.init), role: role),
            key: CommandKey(bytes: try row.bytes(8)), requestDigest: try row.bytes(9),
            body: try JSONText.decode(from: encodedBody),
            previousDigest: try row.bytes(11), digest: try row.bytes(12))
        event.encodedBody = encodedBody
        return event
    }
}
