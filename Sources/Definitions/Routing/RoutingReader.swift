import Casework

/// Reads `functions` and `rules`: which functions lead and support each category.
enum RoutingReader {
    static func table(_ entry: Entry, categories: [String]?) -> RoutingTable? {
        guard let root = entry.mapping(of: ["functions", "rules"]) else { return nil }
        let functions = root.requiredNamed("functions").map { name, entry in
            _ = entry.label()
            return name.value
        }
        let rules = (root.required("rules")?.list() ?? []).compactMap {
            rule($0, functions: functions)
        }
        if let categories { check(rules, categories: categories, at: root.place, log: entry.log) }
        checkPlainOnce(rules, log: entry.log)
        return RoutingTable(rules: rules.map(\.value))
    }

    private static func rule(
        _ entry: Entry, functions: [String]
    ) -> Placed<RoutingTable.Rule>? {
        let keys = ["category", "words", "lead", "supporting", "source"]
        guard let mapping = entry.mapping(of: keys),
            let category = mapping.required("category")?.text(),
            let lead = mapping.required("lead")?.text(),
            let source = mapping.required("source")?.text()
        else { return nil }
        let supporting = mapping.texts("supporting")
        for name in supporting + [lead] where !(functions + [jurisdiction]).contains(name.value) {
            entry.log.recordUnknown(
                .unknownFunction, name, "function", known: functions + [jurisdiction])
        }
        let rule = RoutingTable.Rule(
            category: category.value, words: mapping.texts("words").map(\.value),
            leadFunction: lead.value == jurisdiction ? nil : lead.value,
            supportingFunctions: supporting.map(\.value), source: source.value)
        return Placed(value: rule, place: category.place)
    }

    /// Stands for the district or zone itself as the lead.
    private static let jurisdiction = "jurisdiction"

    private static func check(
        _ rules: [Placed<RoutingTable.Rule>], categories: [String], at place: Place, log: FaultLog
    ) {
        for rule in rules where !categories.contains(rule.value.category) {
            log.recordUnknown(
                .unknownCategory, Placed(value: rule.value.category, place: rule.place),
                "category", known: categories)
        }
        let ruled = Set(rules.filter { $0.value.words.isEmpty }.map(\.value.category))
        for category in categories where !ruled.contains(category) {
            log.record(
                .categoryWithoutRule, at: place, "no rule without words for `\(category)`",
                "add `- {category: \(category), lead: …, source: …}`")
        }
    }

    private static func checkPlainOnce(_ rules: [Placed<RoutingTable.Rule>], log: FaultLog) {
        var seen: Set<String> = []
        for rule in rules where rule.value.words.isEmpty {
            guard !seen.insert(rule.value.category).inserted else { continue }
            log.record(
                .duplicateName, at: rule.place,
                "`\(rule.value.category)` has a second rule without words",
                "give it `words`, or keep one of the two")
        }
    }
}
