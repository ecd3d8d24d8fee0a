import APIModel
import JSON
import Languages

/// Gathers the values of an action's fields, and knows which are still missing.
struct FieldCollection {
    let forms: [ActionsAnswer.Field]
    private(set) var values: [String: JSONValue] = [:]

    init(forms: [ActionsAnswer.Field]) { self.forms = forms }

    /// Takes what was typed; values of one name that may be repeated become one list.
    ///
    /// Throws: `usage` for a field that the action does not take, or a text of the wrong form.
    init(
        _ assignments: [FieldAssignment], forms: [ActionsAnswer.Field]
    ) throws(StaffError) {
        self.init(forms: forms)
        let assignments = assignments.named(by: forms)
        for name in Set(assignments.map(\.name)).sorted() {
            let own = assignments.filter { $0.name == name }
            let form = try form(named: name)
            if let json = own.first(where: { $0.notation == .json }) {
                values[name] = try form.json(json.text)
            } else {
                values[name] = try form.value(of: own.map(\.text))
            }
        }
    }

    /// The same as it would be typed, whatever the action is said to take by then.
    var assignments: [FieldAssignment] {
        values.sorted { $0.key < $1.key }.map { name, value in
            if case .text(let text) = value { return FieldAssignment(name: name, text: text) }
            return FieldAssignment(name: name, text: Self.written(value), notation: .json)
        }
    }

    private static func written(_ value: JSONValue) -> String {
        do {
            return String(decoding: try JSONText.encode(value), as: UTF8.self)
        } catch {
            return "null"
        }
    }

    var missing: [ActionsAnswer.Field] {
        forms.filter { $0.isRequired && values[$0.name] == nil }
    }

    mutating func set(_ field: ActionsAnswer.Field, to texts: [String]) throws(StaffError) {
        values[field.name] = try FieldForm(field).value(of: texts)
    }

    /// Takes what another one holds, in place of its own.
    mutating func take(_ other: FieldCollection) { values.merge(other.values) { $1 } }

    /// Takes values that a category types.
    mutating func set(_ field: ActionsAnswer.Field, to typed: JSONValue) throws(StaffError) {
        values[field.name] = try FieldForm(field).complete(typed)
    }

    /// An action that the server describes without fields takes whatever is typed.
    private func form(named name: String) throws(StaffError) -> FieldForm {
        if let field = forms.first(where: { $0.name == name }) { return FieldForm(field) }
        guard !forms.isEmpty else { return FieldForm(undescribed: name) }
        throw .usage(
            zh: "没有字段“\(name)”；此动作可填："
                + forms.map { "\($0.label.zh)（\($0.name)）" }.joined(separator: "、"),
            en: "no such field: \(name); this action takes: "
                + forms.map(\.name).joined(separator: ", "))
    }
}

extension [FieldAssignment] {
    /// Puts values under the names of the fields that were typed by their labels.
    func named(by forms: [ActionsAnswer.Field]) -> [FieldAssignment] {
        let words = Vocabulary(
            forms.map { .init(name: $0.name, label: Label(zh: $0.label.zh, en: $0.label.en)) })
        return map { $0.named(words.name(of: $0.name) ?? $0.name) }
    }
}
