import Casework
import Engine
import Postgres

/// Reads issues as they stood right after some of their events.
struct PastIssues {
    let records: IssueRecords

    /// Reads the head where it is as its event left it, and folds the events of the others.
    func issues(at places: [EventPlace]) async throws -> [EventPlace: Issue] {
        let wanted = Dictionary(grouping: Set(places), by: \.issue).mapValues {
            Set($0.map(\.sequence))
        }
        let heads = try await headsInOneLook(wanted.keys.sorted())
        var found: [EventPlace: Issue] = [:]
        for (id, sequences) in wanted {
            guard let head = heads[id] else { continue }
            let past = sequences.filter { $0 < head.sequence }
            if sequences.contains(head.sequence) {
                found[EventPlace(issue: id, sequence: head.sequence)] = head
            }
            guard let last = past.max(), var issue = try await records.unborn(id) else { continue }
            for event in try await records.events(of: id, upTo: last) {
                issue.apply(event)
                if past.contains(event.sequence) { found[event.place] = issue }
            }
        }
        return found
    }

    /// Heads and clocks of one moment.
    private func headsInOneLook(_ ids: [IssueID]) async throws -> [IssueID: Issue] {
        let parameter = Parameter.int64s(ids.map(\.rawValue))
        let queries = records.database.queries
        let statements = [
            TransactionControl.beginReadOnly, queries.statement(.issuesByID, parameter),
            queries.statement(.clocksOfIssues, parameter), TransactionControl.commit,
        ]
        return try await converting {
            let answers = try await records.database.run(statements)
            return try records.issues(answers[1], clocks: answers[2])
        }
    }
}

extension IssueEvent {
    fileprivate var place: EventPlace { EventPlace(issue: issue, sequence: sequence) }
}
