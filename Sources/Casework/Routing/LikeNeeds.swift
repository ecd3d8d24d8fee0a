/// Groups issues of one category whose texts are alike.
package struct LikeNeeds {
    /// A need that enough enterprises have, and that not all stand together in yet.
    package struct Group {
        /// The oldest that stands under no other: the others are alike to the oldest.
        package let lead: Issue
        /// Those that stand under none yet.
        package let others: [(issue: Issue, percent: Int)]
        /// How many enterprises have the need, with those that stand together already.
        package let enterpriseCount: Int
    }

    private let likeness: RoutingTable.Likeness

    package init(likeness: RoutingTable.Likeness) {
        self.likeness = likeness
    }

    /// Returns the groups that enough enterprises are in, the oldest first.
    package func groups(of issues: [Issue]) -> [Group] {
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
        return heaps.compactMap { group(of: $0.issues) }
    }

    private func group(of alike: [(issue: Issue, percent: Int)]) -> Group? {
        let count = Set(alike.map(\.issue.enterprise)).count
        let free = alike.filter { $0.issue.attributes[CommonStep.attribute] == nil }
        guard count >= likeness.enterprises, let lead = free.first?.issue, free.count > 1 else {
            return nil
        }
        return Group(lead: lead, others: Array(free.dropFirst()), enterpriseCount: count)
    }
}
