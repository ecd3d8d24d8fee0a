/// Groups issues of one category whose texts are alike.
package struct LikeNeeds {
    package struct Group {
        /// The oldest: the others are alike to it.
        package let lead: Issue
        package fileprivate(set) var others: [(issue: Issue, percent: Int)] = []
        fileprivate let text: TextLikeness

        package var enterpriseCount: Int {
            Set([lead.enterprise] + others.map(\.issue.enterprise)).count
        }
    }

    private let likeness: RoutingTable.Likeness

    package init(likeness: RoutingTable.Likeness) {
        self.likeness = likeness
    }

    /// Returns the groups that enough enterprises are in, the oldest first.
    package func groups(of issues: [Issue]) -> [Group] {
        var groups: [Group] = []
        for issue in issues.sorted(by: { $0.id < $1.id }) {
            let text = TextLikeness(issue.narrative.title + "\n" + issue.narrative.description)
            let best = groups.indices.lazy
                .map { (index: $0, percent: text.percent(of: groups[$0].text)) }
                .first { $0.percent >= likeness.percent }
            if let best {
                groups[best.index].others.append((issue, best.percent))
            } else {
                groups.append(Group(lead: issue, text: text))
            }
        }
        return groups.filter { $0.enterpriseCount >= likeness.enterprises }
    }
}
