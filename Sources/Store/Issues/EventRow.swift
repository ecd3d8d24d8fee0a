import Casework
import JSON
import Postgres
import Workflow
import WorkingTime

/// Reads the columns of `eventsOfIssue` and its sisters.
struct EventRow {
    let catalogue: StateCatalogue

    func event(_ row: Row) throws -> IssueEvent {
        let encodedBody = try row.json("body")
        let roleName = try row.text("role")
        guard let role = Right.Role(rawValue: roleName) else {
            throw WorldFault("an event was taken in the unknown role \(roleName)")
        }
        var event = IssueEvent(
            issue: IssueID(try row.int64("issue_id")), sequence: Int(try row.int32("sequence")),
            from: try catalogue.name(ofState: row.int32("from_state")),
            action: try catalogue.name(ofAction: row.int32("action")),
            to: try catalogue.name(ofState: row.int32("to_state")),
            at: try row.instant("at"),
            by: Attribution(person: try row.int64OrNil("person_id").map(PersonID.init), role: role),
            key: CommandKey(bytes: try row.bytes("command_key")),
            requestDigest: try row.bytes("request_digest"),
            body: try JSONText.decode(from: encodedBody),
            previousDigest: try row.bytes("previous_digest"), digest: try row.bytes("digest"))
        event.encodedBody = encodedBody
        return event
    }
}
