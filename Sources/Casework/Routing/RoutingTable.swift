/// Says which functions lead and support each category of need.
///
/// Source: DOMAIN §7. The order of the supporting functions is the printed one.
package struct RoutingTable: Hashable, Sendable {
    package struct Rule: Hashable, Sendable {
        package let category: String
        /// Words in title or description that make this rule win over the category's plain one.
        package let words: [String]
        /// Nil where the jurisdiction itself leads.
        package let leadFunction: String?
        package let supportingFunctions: [String]
        package let source: String

        package init(
            category: String, words: [String], leadFunction: String?,
            supportingFunctions: [String], source: String
        ) {
            self.category = category
            self.words = words
            self.leadFunction = leadFunction
            self.supportingFunctions = supportingFunctions
            self.source = source
        }
    }

    package let rules: [Rule]

    package init(rules: [Rule]) {
        self.rules = rules
    }

    /// Finds the rule for a category: the first whose words occur in the text, else the plain one.
    package func rule(for category: String, text: String) -> Rule? {
        let candidates = rules.filter { $0.category == category }
        return candidates.first { rule in
            rule.words.contains { text.contains($0) }
        } ?? candidates.first { $0.words.isEmpty }
    }
}
