import Casework
import Store
import WorkingTime

extension RoutingTable.Likeness {
    /// From when on issues are compared.
    func since(_ now: Instant) -> Instant { now.adding(seconds: -Int64(days) * 86400) }
}

/// The likest of some issues.
package struct LikeIssues: Sendable {
    private static let mostShown = 10

    package let shown: [LikeIssue]
    /// How many more there are; nil where these are all.
    package let more: Int?

    static let none = LikeIssues([])

    fileprivate init(_ all: [LikeIssue]) {
        let rest = all.count - Self.mostShown
        shown = Array(all.prefix(Self.mostShown))
        more = rest > 0 ? rest : nil
    }
}

/// The same need of several enterprises.
package struct CommonLikes: Sendable {
    /// The one asked about included.
    package let enterpriseCount: Int
    package let issues: LikeIssues
    /// How many were compared, where only the newest were.
    package let comparedOnly: Int?
}

/// Finds issues whose texts are like one that is about to be filed.
struct LikeSearch {
    private static let mostCompared = 500

    let issues: IssueRecords
    let lists: IssueLists
    let asker: Asker
    /// The number of an issue that is not compared with itself.
    let except: String?

    private var likeness: RoutingTable.Likeness { asker.world.routing.likeness }

    /// What the same enterprise said lately.
    func duplicates(of text: String, by enterprise: EnterpriseID?) async throws -> LikeIssues {
        guard let enterprise else { return .none }
        let ids = try await lists.recentIssues(
            of: enterprise, since: likeness.since(asker.now), limit: Self.mostCompared)
        return shown(try await alike(ids, text))
    }

    /// The same need of several enterprises of one category.
    func common(
        _ text: String, category: String, by enterprise: EnterpriseID?
    ) async throws -> CommonLikes {
        let ids = try await lists.recentIssues(
            inCategory: category, since: likeness.since(asker.now), limit: Self.mostCompared + 1)
        // What is confidential and not the asker's to see is not even counted, nor are drafts.
        let compared = Array(ids.prefix(Self.mostCompared))
        let alike = try await alike(compared, text).filter { like in
            let issue = like.issue
            return issue.enterprise != enterprise
                && (!issue.attributes.isConfidential || asker.sees(issue))
                && !(asker.world.definitions.isOpen(issue) && issue.liveClocks.isEmpty)
        }
        return CommonLikes(
            enterpriseCount: Set(alike.compactMap(\.issue.enterprise)).count + 1,
            issues: shown(alike),
            comparedOnly: ids.count > compared.count ? compared.count : nil)
    }

    private func alike(_ ids: [IssueID], _ text: String) async throws -> [LikeIssue] {
        let wanted = TextLikeness(text)
        return try await issues.issues(ids).filter { $0.number != except }.map { issue in
            let own = TextLikeness(issue.narrative.title + "\n" + issue.narrative.description)
            return LikeIssue(issue: issue, percent: wanted.percent(of: own))
        }
        .filter { $0.percent >= likeness.percent }
        .sorted { ($1.percent, $1.issue.id) < ($0.percent, $0.issue.id) }
    }

    private func shown(_ alike: [LikeIssue]) -> LikeIssues {
        LikeIssues(alike.filter { asker.sees($0.issue) })
    }
}
