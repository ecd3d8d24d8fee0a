import Casework
import Postgres

/// The columns of `putNarratives`, one element for each issue whose words are new or amended.
struct NarrativeArrays {
    private var issueIDs: [Int64] = []
    private var narratives: [Narrative] = []
    private var needs: [[UInt8]?] = []
    private var bigrams: [String] = []

    var count: Int { issueIDs.count }

    mutating func add(
        _ narrative: Narrative, of issue: IssueID, _ columns: HeadColumns
    ) throws {
        issueIDs.append(issue.rawValue)
        narratives.append(narrative)
        needs.append(try columns.needs(of: narrative))
        bigrams.append(columns.bigrams(of: narrative))
    }

    var parameters: [Parameter] {
        [
            .int64s(issueIDs), .texts(narratives.map(\.title)),
            .texts(narratives.map(\.description)), .texts(narratives.map(\.contact?.name)),
            .texts(narratives.map { $0.contact?.phone }), .jsons(needs), .texts(bigrams),
        ]
    }
}
