/// Groups issues of one category whose texts are alike.
package struct LikeNeeds {
    /// A need that enough enterprises have, and that not all stand together in yet.
    package struct Group {
        /// The oldest that others stand under already, else the oldest that stands under none.
        package let lead: Issue
        /// Those that stand under none yet, and lead none: alike to the oldest.
        package let others: [(issue: Issue, percent: Int)]
        /// How many enterprises have the need, with those that stand together already.
        package let enterpriseCount: Int
    }

    private let likeness: RoutingTable.Likeness

    package init(likeness: RoutingTable.Likeness) {
        self.likeness = likeness
    }

    /// Returns the groups that enough enterprises are in, the oldest first.
    ///
    /// - Parameter leading: those that others stand under.
    package func groups(of issues: [Issue], leading: Set<IssueID> = []) -> [Group] {
        var heaps: [(text: TextLikeness, issues: [(issue: Issue, percent: Int)])] = []
        for issue in issues.sorted(by: { $0.id < $1.id }) {
            let text = TextLikeness(issue.narrative.title + "\n" + issue.narrative.description)
            let best = heaps.indices.lazy
                .map { (index: $0, percent: text.percent(of: heaps[$0].text)) }
                .first { $0.percent >= likeness.percent }
            if let best {
                heaps[best.index].issues.append((issue, best.percent))
            } else {
                heaps.append((text, [(issue, 100)]))
            }
        }
        return heaps.compactMap { group(of: $0.issues, leading) }
    }

    private func group(
        of alike: [(issue: Issue, percent: Int)], _ leading: Set<IssueID>
    ) -> Group? {
        let count = Set(alike.compactMap(\.issue.enterprise)).count
        let free = alike.filter { $0.issue.attributes.commonIssue == nil }
        let lead = (free.first { leading.contains($0.issue.id) } ?? free.first)?.issue
        let others = free.filter { $0.issue.id != lead?.id && !leading.contains($0.issue.id) }
        guard count >= likeness.enterprises, let lead, !others.isEmpty else { return nil }
        return Group(lead: lead, others: others, enterpriseCount: count)
    }
}
