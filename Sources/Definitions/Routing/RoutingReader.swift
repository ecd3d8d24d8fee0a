import Casework
import Languages
import Workflow

/// Reads `functions` and `rules`: which functions lead and support each category; and `signals`,
/// `examples`, `places` and `common`: what texts tell.
enum RoutingReader {
    private static let keys = ["functions", "rules", "signals", "places", "common", "examples"]

    static func table(_ entry: Entry, categories: [String]?) -> RoutingTable? {
        guard let root = entry.mapping(of: keys) else { return nil }
        let functions = root.requiredNamed("functions").map { ($0.key.value, $0.value.label()) }
        let rules = (root.required("rules")?.list() ?? []).compactMap {
            rule($0, functions: functions.map(\.0))
        }
        if let categories { check(rules, categories: categories, at: root.place, log: entry.log) }
        checkPlainOnce(rules, log: entry.log)
        let known = Set(rules.map(\.value.category))
        return RoutingTable(
            rules: rules.map(\.value),
            functions: Dictionary(functions) { first, _ in first },
            signals: SignalReader(categories: known).signals(root),
            similarity: root["common"].flatMap(similarity) ?? .usual)
    }

    private static func rule(
        _ entry: Entry, functions: [String]
    ) -> Placed<RoutingTable.Rule>? {
        let keys = ["category", "words", "tags", "classes", "lead", "supporting", "source"]
        guard let mapping = entry.mapping(of: keys),
            let category = mapping.required("category")?.text(),
            let lead = mapping.required("lead")?.text(),
            let source = mapping.required("source")?.text()
        else { return nil }
        let supporting = mapping.texts("supporting")
        for name in supporting + [lead] where !(functions + [jurisdiction]).contains(name.value) {
            entry.log.recordUnknown(
                .unknownFunction, name, Label(zh: "职能", en: "function"),
                known: functions + [jurisdiction])
        }
        let rule = RoutingTable.Rule(
            category: category.value, words: mapping.texts("words").map(\.value),
            tags: mapping.texts("tags").map(\.value),
            classes: mapping.texts("classes").map(\.value),
            leadFunction: lead.value == jurisdiction ? nil : lead.value,
            supportingFunctions: supporting.map(\.value), source: source.value)
        return Placed(value: rule, place: category.place)
    }

    /// Stands for the district or zone itself as the lead.
    private static let jurisdiction = "jurisdiction"

    private static func similarity(_ entry: Entry) -> RoutingTable.Similarity? {
        guard let mapping = entry.mapping(of: ["enterprises", "days", "percent"]),
            let enterprises = mapping.required("enterprises")?.integer(in: 2...999),
            let days = mapping.required("days")?.integer(in: 1...366),
            let percent = mapping.required("percent")?.integer(in: 1...100)
        else { return nil }
        return RoutingTable.Similarity(enterprises: enterprises, days: days, percent: percent)
    }

    private static func check(
        _ rules: [Placed<RoutingTable.Rule>], categories: [String], at place: Place, log: FaultLog
    ) {
        for rule in rules where !categories.contains(rule.value.category) {
            log.recordUnknown(
                .unknownCategory, Placed(value: rule.value.category, place: rule.place),
                Label(zh: "类别", en: "category"), known: categories)
        }
        let ruled = Set(rules.filter(\.value.isPlain).map(\.value.category))
        for category in categories where !ruled.contains(category) {
            log.record(
                .categoryWithoutRule, at: place,
                Label(zh: "类别“\(category)”没有不带词的规则", en: "no rule without words for `\(category)`"),
                Label(
                    zh: "请加上 `- {category: \(category), lead: …, source: …}`",
                    en: "add `- {category: \(category), lead: …, source: …}`"))
        }
    }

    private static func checkPlainOnce(_ rules: [Placed<RoutingTable.Rule>], log: FaultLog) {
        var seen: Set<String> = []
        for rule in rules where rule.value.isPlain {
            guard !seen.insert(rule.value.category).inserted else { continue }
            log.record(
                .duplicateName, at: rule.place,
                Label(
                    zh: "“\(rule.value.category)”有第二条不带词、标签、分类的规则",
                    en: "`\(rule.value.category)` has a second rule without words, tags and classes"
                ),
                Label(zh: "请加上其中一样，或只留一条", en: "give it one of them, or keep one of the two"))
        }
    }
}
