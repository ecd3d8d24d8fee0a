import Languages
import Workflow

/// Checks a field that is a list of objects, and says of each fault where it stands.
struct ItemList: Sendable {
    struct Key: Sendable {
        let name: String
        let isRequired: Bool
        let problem: @Sendable (FieldValue) -> Label?

        init(
            _ name: String, required: Bool,
            _ problem: @escaping @Sendable (FieldValue) -> Label?
        ) {
            self.name = name
            isRequired = required
            self.problem = problem
        }

        static func text(_ name: String, _ maximum: Int, required: Bool = true) -> Key {
            Key(name, required: required) { TextRule.problem(with: $0.text, maximum: maximum) }
        }
    }

    /// Of names that no item has, so many are told for each, lest an answer outgrow its request.
    private static let mostUnknown = 10

    let most: Int
    let keys: [Key]
    /// What is asked of an item beside its keys.
    var wholeProblem: @Sendable ([String: FieldValue]) -> Label? = { _ in nil }

    func faults(in value: FieldValue, field: String) -> [FieldFault] {
        guard let items = value.list, (1...most).contains(items.count) else {
            let names = keys.map(\.name).joined(separator: ", ")
            return [
                FieldFault(
                    at: [field],
                    Label(
                        zh: "须为1至\(most)项的列表，每项为 {\(names)}",
                        en: "must be a list of 1 to \(most) items {\(names)}"))
            ]
        }
        return items.enumerated().flatMap { faults(in: $1, at: [field, "\($0)"]) }
    }

    private func faults(in item: FieldValue, at place: [String]) -> [FieldFault] {
        let names = keys.map(\.name).joined(separator: ", ")
        guard let object = item.object else {
            return [
                FieldFault(
                    at: place,
                    Label(zh: "须为对象 {\(names)}", en: "must be an object {\(names)}"))
            ]
        }
        let unknown = object.keys.sorted().filter { name in !keys.contains { $0.name == name } }
        let ofKeys =
            keys.compactMap { key in
                fault(object[key.name], key).map { FieldFault(at: place + [key.name], $0) }
            }
            + unknown.prefix(Self.mostUnknown).map { name in
                FieldFault(
                    at: place + [name],
                    Label(zh: "没有此键；可用：\(names)", en: "is not known here; known: \(names)"))
            }
        guard ofKeys.isEmpty, let problem = wholeProblem(object) else { return ofKeys }
        return [FieldFault(at: place, problem)]
    }

    private func fault(_ value: FieldValue?, _ key: Key) -> Label? {
        if let value { return key.problem(value) }
        return key.isRequired ? .isRequired : nil
    }
}
