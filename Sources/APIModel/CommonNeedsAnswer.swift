/// The answer of `GET /v1/common`: needs that enough enterprises have, proposed to be handled as one.
package struct CommonNeedsAnswer: Codable, Hashable, Sendable {
    package struct Need: Codable, Hashable, Sendable {
        package let category: String
        package let categoryLabel: LabelAnswer
        /// How many enterprises have it.
        package let enterprises: Int
        /// The oldest of the issues: the one that the others would belong to.
        package let lead: ProposalAnswer.Like
        package let others: [ProposalAnswer.Like]

        package init(
            category: String, categoryLabel: LabelAnswer, enterprises: Int,
            lead: ProposalAnswer.Like, others: [ProposalAnswer.Like]
        ) {
            self.category = category
            self.categoryLabel = categoryLabel
            self.enterprises = enterprises
            self.lead = lead
            self.others = others
        }
    }

    /// How many enterprises make it a common need.
    package let atLeast: Int
    package let days: Int
    package let items: [Need]
    /// How many issues of a category were compared, where in some only the newest were.
    package var comparedOnly: Int?

    package init(atLeast: Int, days: Int, items: [Need]) {
        self.atLeast = atLeast
        self.days = days
        self.items = items
    }
}

/// The answer of `GET /v1/issues/{id}/common`: the issue that this one belongs to, and those that
/// belong to it.
package struct CommonIssueAnswer: Codable, Hashable, Sendable {
    package struct Member: Codable, Hashable, Sendable {
        package let number: String
        package let title: String
        package let stateLabel: LabelAnswer
        package let isOpen: Bool

        package init(number: String, title: String, stateLabel: LabelAnswer, isOpen: Bool) {
            self.number = number
            self.title = title
            self.stateLabel = stateLabel
            self.isOpen = isOpen
        }
    }

    /// A number; nil where it belongs to none.
    package let lead: String?
    /// How many belong to it, of those that the caller may see.
    package let count: Int
    package let members: [Member]

    package init(lead: String?, count: Int, members: [Member]) {
        self.lead = lead
        self.count = count
        self.members = members
    }
}
