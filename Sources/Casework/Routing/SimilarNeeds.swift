/// Groups issues of one category whose texts are similar.
package struct SimilarNeeds {
    /// A need that enough enterprises have, whose issues do not all belong to one common issue yet.
    package struct Group {
        /// The oldest that others belong to already, else the oldest that belongs to none.
        package let lead: Issue
        /// Those that belong to none yet, and lead none: similar to the oldest.
        package let others: [(issue: Issue, percent: Int)]
        /// How many enterprises have the need, with those of issues that belong to one already.
        package let enterpriseCount: Int
    }

    private let similarity: RoutingTable.Similarity

    package init(similarity: RoutingTable.Similarity) {
        self.similarity = similarity
    }

    /// Returns the groups that enough enterprises are in, the oldest first.
    ///
    /// - Parameter leading: those that others belong to.
    package func groups(of issues: [Issue], leading: Set<IssueID> = []) -> [Group] {
        var groups: [(text: TextSimilarity, issues: [(issue: Issue, percent: Int)])] = []
        for issue in issues.sorted(by: { $0.id < $1.id }) {
            let text = TextSimilarity(issue.narrative.title + "\n" + issue.narrative.description)
            let best = groups.indices.lazy
                .map { (index: $0, percent: text.percent(of: groups[$0].text)) }
                .first { $0.percent >= similarity.percent }
            if let best {
                groups[best.index].issues.append((issue, best.percent))
            } else {
                groups.append((text, [(issue, 100)]))
            }
        }
        return groups.compactMap { group(of: $0.issues, leading) }
    }

    private func group(
        of alike: [(issue: Issue, percent: Int)], _ leading: Set<IssueID>
    ) -> Group? {
        let count = Set(alike.compactMap(\.issue.enterprise)).count
        let free = alike.filter { $0.issue.attributes.commonIssue == nil }
        let lead = (free.first { leading.contains($0.issue.id) } ?? free.first)?.issue
        let others = free.filter { $0.issue.id != lead?.id && !leading.contains($0.issue.id) }
        guard count >= similarity.enterprises, let lead, !others.isEmpty else { return nil }
        return Group(lead: lead, others: others, enterpriseCount: count)
    }
}
