import Casework
import Engine

/// Reads issues as they stood right after some of their events.
struct PastIssues {
    let records: IssueRecords

    /// Reads the head where it is as its event left it, and folds the events of the others.
    func issues(at places: [EventPlace]) async throws -> [EventPlace: Issue] {
        let wanted = Dictionary(grouping: Set(places), by: \.issue).mapValues {
            Set($0.map(\.sequence))
        }
        let heads = try await records.issues(wanted.keys.sorted()).reduce(into: [:]) {
            $0[$1.id] = $1
        }
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
}

extension IssueEvent {
    fileprivate var place: EventPlace { EventPlace(issue: issue, sequence: sequence) }
}
