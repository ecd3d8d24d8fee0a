import APIModel

/// Gathers the values of an action's fields, and knows which are still missing.
struct FieldCollection {
    let forms: [ActionsAnswer.Field]
    private(set) var values: [String: JSONValue] = [:]
    /// What the values were made of, as it would be typed.
    private(set) var assignments: [FieldAssignment] = []

    init(forms: [ActionsAnswer.Field]) { self.forms = forms }

    /// Takes what was typed; values of one name that may be repeated become one list.
    ///
    /// Throws: `usage` for a field that the action does not take, or a text of the wrong form.
    init(
        _ assignments: [FieldAssignment], forms: [ActionsAnswer.Field]
    ) throws(StaffError) {
        self.init(forms: forms)
        self.assignments = assignments
        for name in Set(assignments.map(\.name)).sorted() {
            let texts = assignments.filter { $0.name == name }.map(\.text)
            values[name] = try form(named: name).value(of: texts)
        }
    }

    var missing: [ActionsAnswer.Field] {
        forms.filter { $0.isRequired && values[$0.name] == nil }
    }

    mutating func set(_ field: ActionsAnswer.Field, to text: String) throws(StaffError) {
        values[field.name] = try FieldForm(field).value(of: [text])
        assignments.append(FieldAssignment(name: field.name, text: text))
    }

    /// An action that the server describes without fields takes whatever is typed.
    private func form(named name: String) throws(StaffError) -> FieldForm {
        if let field = forms.first(where: { $0.name == name }) { return FieldForm(field) }
        guard !forms.isEmpty else { return FieldForm(undescribed: name) }
        let names = forms.map(\.name).joined(separator: ", ")
        throw .usage("no such field: \(name); this action takes: \(names)")
    }
}
