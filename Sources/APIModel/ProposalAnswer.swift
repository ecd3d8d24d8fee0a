/// The body of `POST /v1/proposals`: what is known before anything is filed.
package struct ProposalBody: Codable, Hashable, Sendable {
    /// What the enterprise says; title and description in one.
    package var text: String
    /// By code or label; nil: read from the text.
    package var category: String?
    /// By code or name; nil: the one that the text names, else that of the enterprise.
    package var division: String?
    /// A credit code.
    package var enterprise: String?
    package var `class`: String?
    /// A code or a name of a unit.
    package var complainedUnit: String?
    /// The number of the issue that is asked about, where there is one: it is not like itself.
    package var issue: String?

    package init(
        text: String, category: String? = nil, division: String? = nil, enterprise: String? = nil,
        class: String? = nil, complainedUnit: String? = nil, issue: String? = nil
    ) {
        self.text = text
        self.category = category
        self.division = division
        self.enterprise = enterprise
        self.class = `class`
        self.complainedUnit = complainedUnit
        self.issue = issue
    }
}

/// What is proposed for a text, and how that came about.
package struct ProposalAnswer: Codable, Hashable, Sendable {
    package struct Guess: Codable, Hashable, Sendable {
        package let category: String
        package let label: LabelAnswer
        package let score: Int
        /// The words that speak for it.
        package let words: [String]

        package init(category: String, label: LabelAnswer, score: Int, words: [String]) {
            self.category = category
            self.label = label
            self.score = score
            self.words = words
        }
    }

    /// An issue whose text is like the one asked about.
    package struct Like: Codable, Hashable, Sendable {
        package let number: String
        package let title: String
        package let stateLabel: LabelAnswer
        package let isOpen: Bool
        package let createdAt: String
        /// The share of pairs of characters in common, in percent of the shorter text.
        package let likeness: Int

        package init(
            number: String, title: String, stateLabel: LabelAnswer, isOpen: Bool,
            createdAt: String, likeness: Int
        ) {
            self.number = number
            self.title = title
            self.stateLabel = stateLabel
            self.isOpen = isOpen
            self.createdAt = createdAt
            self.likeness = likeness
        }
    }

    /// The same need of several enterprises.
    package struct Common: Codable, Hashable, Sendable {
        /// How many enterprises said it, the one asked about included.
        package let enterprises: Int
        /// How many make it a common need.
        package let atLeast: Int
        package let days: Int
        package let isCommon: Bool
        /// Those of the issues that the caller may see, the likest of them.
        package let issues: [Like]
        /// How many more the caller may see; absent where these are all.
        package var more: Int?
        /// How many were compared, where only the newest were.
        package var comparedOnly: Int?

        package init(
            enterprises: Int, atLeast: Int, days: Int, isCommon: Bool, issues: [Like]
        ) {
            self.enterprises = enterprises
            self.atLeast = atLeast
            self.days = days
            self.isCommon = isCommon
            self.issues = issues
        }
    }

    package let category: String
    package let categoryLabel: LabelAnswer
    /// What the words of the text speak for, the likeliest first.
    package let guesses: [Guess]
    package let division: String
    package let lead: UnitAnswer?
    /// In the printed order, the jurisdiction last.
    package let supporting: [UnitAnswer]
    /// How the units were found, step by step.
    package let steps: [String]
    /// What the same enterprise filed lately, with a like text, the likest of it.
    package let duplicates: [Like]
    /// How many more there are; absent where these are all.
    package var moreDuplicates: Int?
    package let common: Common

    package init(
        category: String, categoryLabel: LabelAnswer, guesses: [Guess], division: String,
        lead: UnitAnswer?, supporting: [UnitAnswer], steps: [String], duplicates: [Like],
        common: Common
    ) {
        self.category = category
        self.categoryLabel = categoryLabel
        self.guesses = guesses
        self.division = division
        self.lead = lead
        self.supporting = supporting
        self.steps = steps
        self.duplicates = duplicates
        self.common = common
    }
}
