package import Casework
package import Store
import WorkingTime

/// Finds needs that enough enterprises have to be handled as one, and what belongs to an issue.
package struct CommonNeeds: Sendable {
    private static let mostCompared = 300

    private let issues: IssueRecords
    private let lists: IssueLists
    private let common: CommonRecords

    package init(records: Records) {
        issues = records.issues
        lists = records.lists
        common = records.common
    }

    /// A need that enough enterprises have.
    package struct Need: Sendable {
        package let category: String
        package let enterpriseCount: Int
        /// The one that the others would belong to.
        package let lead: Issue
        package let others: [SimilarIssue]
    }

    /// What was found in the categories that were looked at.
    package struct Findings: Sendable {
        /// Those of most enterprises first, then by the lead's number.
        package let needs: [Need]
        /// How many issues of a category were compared, where in some only the newest were.
        package let comparedOnly: Int?
    }

    /// Groups what is open, public and the asker's to see, by category and similarity.
    ///
    /// - Parameter category: by code or label; nil for all.
    package func needs(in category: String?, for asker: Asker) async throws -> Findings {
        let world = asker.world
        let category = try FilterName(asker).category(category)
        var needs: [Need] = []
        var isCut = false
        for category in category.map({ [$0] }) ?? world.definitions.categories {
            let ids = try await lists.recentOpenIssues(
                inCategory: category, since: world.routing.similarity.since(asker.now),
                limit: Self.mostCompared + 1)
            isCut = isCut || ids.count > Self.mostCompared
            needs += try await groups(Array(ids.prefix(Self.mostCompared)), category, asker)
        }
        return Findings(
            needs: needs.sorted {
                ($1.enterpriseCount, $0.lead.number) < ($0.enterpriseCount, $1.lead.number)
            },
            comparedOnly: isCut ? Self.mostCompared : nil)
    }

    private func groups(
        _ ids: [IssueID], _ category: String, _ asker: Asker
    ) async throws -> [Need] {
        let compared = try await issues.issues(ids).filter {
            !$0.attributes.isConfidential && $0.attributes.complainedUnit == nil
                && !$0.liveClocks.isEmpty && asker.sees($0)
        }
        let leads = try await common.leads(among: compared.map(\.id))
        return SimilarNeeds(similarity: asker.world.routing.similarity)
            .groups(of: compared, leading: leads).map { group in
                Need(
                    category: category, enterpriseCount: group.enterpriseCount, lead: group.lead,
                    others: group.others.map { SimilarIssue(issue: $0.issue, percent: $0.percent) })
            }
    }

    /// Reads what belongs to an issue, as far as the asker may see it.
    package func members(of lead: Issue, for asker: Asker) async throws -> [Issue] {
        try await issues.issues(common.members(ofCommon: lead.id)).filter(asker.sees)
    }
}
