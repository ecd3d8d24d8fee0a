import Casework
import Store
import WorkingTime

extension RoutingTable.Similarity {
    /// From when on issues are compared.
    func since(_ now: Instant) -> Instant { now.adding(seconds: -Int64(days) * 86400) }
}

/// The most similar of some issues.
package struct SimilarIssues: Sendable {
    private static let mostShown = 10

    package let shown: [SimilarIssue]
    /// How many more there are; nil where these are all.
    package let more: Int?

    static let none = SimilarIssues([])

    fileprivate init(_ all: [SimilarIssue]) {
        let rest = all.count - Self.mostShown
        shown = Array(all.prefix(Self.mostShown))
        more = rest > 0 ? rest : nil
    }
}

/// A need that several enterprises have.
package struct SharedNeed: Sendable {
    /// The one asked about included.
    package let enterpriseCount: Int
    package let issues: SimilarIssues
    /// How many were compared, where only the newest were.
    package let comparedOnly: Int?
}

/// Finds issues whose texts are similar to one that is about to be filed.
struct SimilarIssueSearch {
    private static let mostCompared = 500

    let issues: IssueRecords
    let lists: IssueLists
    let asker: Asker
    /// The number of an issue that is not compared with itself.
    let except: String?

    private var similarity: RoutingTable.Similarity { asker.world.routing.similarity }

    /// What the same enterprise said lately.
    func duplicates(of text: String, by enterprise: EnterpriseID?) async throws -> SimilarIssues {
        guard let enterprise else { return .none }
        let ids = try await lists.recentIssues(
            of: enterprise, since: similarity.since(asker.now), limit: Self.mostCompared)
        return shown(try await alike(ids, text))
    }

    /// The same need of several enterprises of one category.
    func common(
        _ text: String, category: String, by enterprise: EnterpriseID?
    ) async throws -> SharedNeed {
        let ids = try await lists.recentIssues(
            inCategory: category, since: similarity.since(asker.now), limit: Self.mostCompared + 1)
        // What is confidential and not the asker's to see is not even counted, nor are drafts.
        let compared = Array(ids.prefix(Self.mostCompared))
        let alike = try await alike(compared, text).filter { like in
            let issue = like.issue
            return issue.enterprise != enterprise
                && (!issue.attributes.isConfidential || asker.sees(issue))
                && !(asker.world.definitions.isOpen(issue) && issue.liveClocks.isEmpty)
        }
        return SharedNeed(
            enterpriseCount: Set(alike.compactMap(\.issue.enterprise)).count + 1,
            issues: shown(alike),
            comparedOnly: ids.count > compared.count ? compared.count : nil)
    }

    private func alike(_ ids: [IssueID], _ text: String) async throws -> [SimilarIssue] {
        let wanted = TextSimilarity(text)
        return try await issues.issues(ids).filter { $0.number != except }.map { issue in
            let own = TextSimilarity(issue.narrative.title + "\n" + issue.narrative.description)
            return SimilarIssue(issue: issue, percent: wanted.percent(of: own))
        }
        .filter { $0.percent >= similarity.percent }
        .sorted { ($1.percent, $1.issue.id) < ($0.percent, $0.issue.id) }
    }

    private func shown(_ alike: [SimilarIssue]) -> SimilarIssues {
        SimilarIssues(alike.filter { asker.sees($0.issue) })
    }
}
