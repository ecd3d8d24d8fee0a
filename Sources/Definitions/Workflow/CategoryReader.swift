import Languages
import Workflow

/// Reads `categories`: `ARR: {label: …, needs: {…}, results: {…}}`.
enum CategoryReader {
    /// The most values that one category types.
    private static let valueLimit = 40

    static func categories(_ root: Mapping) -> [WorkflowDefinition.Category] {
        root.requiredNamed("categories").compactMap { code, entry in
            entry.mapping(of: ["label", "needs", "results"]).map { mapping in
                WorkflowDefinition.Category(
                    code: code.value, label: mapping.label(), needs: values(mapping["needs"]),
                    results: values(mapping["results"]))
            }
        }
    }

    private static func values(_ entry: Entry?) -> [ValueDefinition] {
        guard let entry else { return [] }
        let pairs = entry.namedPairs()
        guard pairs.count <= valueLimit else {
            entry.log.record(
                .tooLarge, at: entry.place,
                Label(zh: "一个类别有 \(pairs.count) 个值", en: "\(pairs.count) values in one category"),
                Label(zh: "至多读 \(valueLimit) 个", en: "at most \(valueLimit) are read"))
            return []
        }
        return pairs.compactMap(value)
    }

    private static func value(_ name: Placed<String>, _ entry: Entry) -> ValueDefinition? {
        guard let mapping = entry.mapping(of: ["quantity", "text", "form", "required", "label"])
        else { return nil }
        let label = mapping.label()
        let isRequired = mapping["required"]?.boolean() ?? false
        return kind(mapping, entry).map {
            ValueDefinition(name: name.value, label: label, kind: $0, isRequired: isRequired)
        }
    }

    private static func kind(_ mapping: Mapping, _ entry: Entry) -> ValueDefinition.Kind? {
        enum Form: String, CaseIterable { case date }
        let form = mapping.form(
            of: ["quantity", "text", "form"], at: entry,
            remedy: Label(
                zh: "请写其一：`quantity: yuan`、`text: 200`、`form: date`",
                en: "write one of `quantity: yuan`, `text: 200` or `form: date`"))
        guard let form else { return nil }
        switch form.name {
        case "text": return form.integer(in: 1...2000).map { .text(maximumLength: $0) }
        case "form": return form.word(Label(zh: "形式", en: "form"), of: Form.self).map { _ in .date }
        default:
            return form.word(Label(zh: "数量", en: "quantity"), of: ValueDefinition.Quantity.self).map
            { .quantity($0) }
        }
    }
}
