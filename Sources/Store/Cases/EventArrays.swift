import Casework
import Engine
import Postgres
import Workflow
import WorkingTime

/// The columns of `addEvents`, one element for each event.
struct EventArrays {
    private(set) var issueIDs: [Int64] = []
    private(set) var sequences: [Int32] = []
    private var fromStates: [Int32] = []
    private var actions: [Int32] = []
    private var toStates: [Int32] = []
    private var events: [IssueEvent] = []

    var isEmpty: Bool { events.isEmpty }
    /// Whether each event tells anybody, or made a link.
    var notices: [Bool] { events.map(\.body.concernsOthers) }

    /// - Parameter workflow: the version that the issue ran on before the event.
    mutating func add(
        _ event: IssueEvent, of workflow: WorkflowVersionID, _ catalogue: StateCatalogue
    ) throws {
        issueIDs.append(event.issue.rawValue)
        sequences.append(Int32(event.sequence))
        fromStates.append(try catalogue.state(event.from, of: workflow).id)
        actions.append(try catalogue.id(ofAction: event.action))
        toStates.append(
            try catalogue.state(event.to, of: event.body.move?.to ?? workflow).id)
        events.append(event)
    }

    var parameters: [Parameter] {
        [
            .int64s(issueIDs), .int32s(sequences), .int32s(fromStates), .int32s(actions),
            .int32s(toStates), .int64s(events.map(\.by.person?.rawValue)),
            .texts(events.map(\.by.role.rawValue)), .timestamps(events.map(\.at.microseconds)),
            .byteas(events.map(\.key.bytes)), .byteas(events.map(\.requestDigest)),
            .jsons(events.map(\.encodedBody)), .byteas(events.map(\.previousDigest)),
            .byteas(events.map(\.digest)),
        ]
    }
}

/// The columns of `addLinks`.
struct LinkArrays {
    private var digests: [[UInt8]] = []
    private var issueIDs: [Int64] = []
    private var numbers: [Int32] = []
    private var expiresAts: [Int64] = []

    var count: Int { digests.count }

    mutating func add(_ link: LinkGrant, of issue: IssueID, _ key: LinkKey) {
        digests.append(LinkKey.digest(of: key.token(issue: issue, number: link.number)))
        issueIDs.append(issue.rawValue)
        numbers.append(Int32(link.number))
        expiresAts.append(link.expiresAt.microseconds)
    }

    var parameters: [Parameter] {
        [.byteas(digests), .int64s(issueIDs), .int32s(numbers), .timestamps(expiresAts)]
    }
}
