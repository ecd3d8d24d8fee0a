package import Languages
import Workflow

/// Says which functions lead and support each category of need, and by which words a text tells
/// its category and its division.
///
/// Source: DOMAIN §7. The order of the supporting functions is the printed one.
package struct RoutingTable: Hashable, Sendable {
    package struct Rule: Hashable, Sendable {
        package let category: String
        /// Words of which one must stand in title or description; empty: whatever the text says.
        package let words: [String]
        /// Tags of which the enterprise must have one; empty: whatever it has.
        package let tags: [String]
        /// Classes of which the issue must have one; empty: whatever its class.
        package let classes: [String]
        /// Nil where the jurisdiction itself leads.
        package let leadFunction: String?
        package let supportingFunctions: [String]
        package let source: String

        package init(
            category: String, words: [String] = [], tags: [String] = [], classes: [String] = [],
            leadFunction: String?, supportingFunctions: [String], source: String
        ) {
            self.category = category
            self.words = words
            self.tags = tags
            self.classes = classes
            self.leadFunction = leadFunction
            self.supportingFunctions = supportingFunctions
            self.source = source
        }

        /// Tells whether it holds for the category whatever else is known.
        package var isPlain: Bool { words.isEmpty && tags.isEmpty && classes.isEmpty }
    }

    /// Says when the same need of several enterprises is one common issue, and when an enterprise
    /// says the same thing twice.
    package struct Similarity: Hashable, Sendable {
        /// How many enterprises make a need common.
        package let enterprises: Int
        /// In how many days before.
        package let days: Int
        /// The least similarity of two texts, in percent of the pairs of characters of the shorter.
        package let percent: Int

        package init(enterprises: Int, days: Int, percent: Int) {
            self.enterprises = enterprises
            self.days = days
            self.percent = percent
        }

        package static let usual = Similarity(enterprises: 5, days: 30, percent: 50)
    }

    package let rules: [Rule]
    package let signals: TextSignals
    package let similarity: Similarity
    private let functions: [String: Label]

    package init(
        rules: [Rule], functions: [String: Label] = [:], signals: TextSignals = TextSignals(),
        similarity: Similarity = .usual
    ) {
        self.rules = rules
        self.functions = functions
        self.signals = signals
        self.similarity = similarity
    }

    /// What people call a function.
    package func label(ofFunction name: String) -> Label {
        functions[name] ?? Label(zh: name, en: name)
    }

    /// Finds the rule for a category: the first refined one whose conditions all hold, else the
    /// plain one.
    package func rule(
        for category: String, text: String, tags: [String] = [], issueClass: String? = nil
    ) -> Rule? {
        let candidates = rules.filter { $0.category == category }
        return candidates.first { rule in
            !rule.isPlain
                && (rule.words.isEmpty || rule.words.contains { text.contains($0) })
                && (rule.tags.isEmpty || rule.tags.contains(where: tags.contains))
                && (rule.classes.isEmpty
                    || issueClass.map(rule.classes.contains) ?? false)
        } ?? candidates.first(where: \.isPlain)
    }
}
