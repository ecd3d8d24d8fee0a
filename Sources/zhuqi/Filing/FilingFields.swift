import APIModel
import Languages
import Workflow

/// The fields that a workflow asks of an issue, beside title, text, category and division.
struct FilingFields {
    static let title = "title"
    static let description = "description"
    private static let deliveryKind = "deliveryKind"

    let birth: WorkflowAnswer.Birth
    /// Says which quantities are asked for.
    let category: WorkflowAnswer.Category?
    let options: FilingOptions
    let place: Int
    let session: Session
    let workflow: WorkflowAnswer

    /// Throws: `missingFields` where something is required that nobody gave; `usage` for what is wrong.
    func complete(title: String, description: String) throws(StaffError) -> FieldCollection {
        var fields = try FieldCollection(try given(title, description), forms: forms)
        if session.console.isInteractive { try ask(&fields) }
        return try FieldQuestions(console: session.console, language: session.language)
            .complete(fields, for: birth.label)
    }

    func issue(
        _ fields: FieldCollection, title: String, category: String, division: String,
        contact: CaseFiling.Contact?
    ) -> CaseFiling.IssueFiling {
        var rest = fields.values
        func text(_ name: String) -> String? {
            guard case .text(let text)? = rest.removeValue(forKey: name) else { return nil }
            return text
        }
        rest[Self.title] = nil
        var needs: [String: JSONValue]?
        if let name = form("needs")?.name, case .object(let given)? = rest.removeValue(forKey: name)
        {
            needs = given
        }
        var isConfidential: Bool?
        if case .boolean(let value)? = rest.removeValue(forKey: Attribute.confidential.name) {
            isConfidential = value
        }
        return CaseFiling.IssueFiling(
            category: category, class: text(Attribute.issueClass.name),
            deliveryKind: text(Self.deliveryKind), title: title,
            description: text(Self.description), division: division, needs: needs,
            contact: contact, confidential: isConfidential,
            complainedUnit: text(Attribute.complainedUnit.name),
            project: text(Attribute.project.name), fields: rest.isEmpty ? nil : rest)
    }

    private var forms: [ActionsAnswer.Field] {
        let known = [Attribute.category.name, Attribute.division.name]
        return birth.fields.filter { !known.contains($0.name) }.compactMap(demanded)
    }

    /// Needs are asked for as the category types them: not at all where it types none.
    private func demanded(_ field: ActionsAnswer.Field) -> ActionsAnswer.Field? {
        guard field.form == "needs" else { return field }
        guard let values = category?.needs, !values.isEmpty else { return nil }
        return ActionsAnswer.Field(
            name: field.name, label: field.label, form: field.form,
            isRequired: field.isRequired && values.contains(where: \.isRequired),
            choices: nil, values: values)
    }

    private func form(_ form: String) -> ActionsAnswer.Field? {
        birth.fields.first { $0.form == form }
    }

    private func given(
        _ title: String, _ description: String
    ) throws(StaffError) -> [FieldAssignment] {
        var given: [FieldAssignment] = []
        for argument in options.field {
            given.append(
                try FieldAssignment(parsing: argument, readFile: session.console.readFile))
        }
        let needs = form("needs")?.name ?? "needs"
        given += options.need.map { FieldAssignment(name: needs, text: $0) }
        let texts: [(String, String?)] = [
            (Self.title, title), (Self.description, description),
            (Attribute.issueClass.name, FilingOptions.value(options.issueClass, at: place)),
            (Attribute.confidential.name, options.confidential ? "true" : nil),
            (Attribute.complainedUnit.name, options.complainedUnit),
            (Attribute.project.name, workflow.subject == "project" ? nil : options.project),
        ]
        return given
            + texts.compactMap { name, text in
                text.flatMap { $0.isEmpty ? nil : FieldAssignment(name: name, text: $0) }
            }
    }

    /// What a person is asked although it may be left out.
    private func ask(_ fields: inout FieldCollection) throws(StaffError) {
        let (prompt, language) = (Prompt(session), session.language)
        if let field = missing(Attribute.issueClass.name, in: fields) {
            let usual = workflow.classes.first { $0.name == workflow.defaultClass }
            let label = usual.map { language($0.label) } ?? workflow.defaultClass
            if let typed = prompt.line(language(field.label), usually: label) {
                try fields.set(field, to: [typed == label ? workflow.defaultClass : typed])
            }
        }
        if let field = forms.first(where: { $0.form == "needs" }), fields.values[field.name] == nil,
            !field.isRequired
        {
            let question = FieldQuestion(
                field: field, console: session.console, language: language)
            if case .typed(let values)? = question.answer { try fields.set(field, to: values) }
        }
        if let field = missing(Attribute.confidential.name, in: fields) {
            let isConfidential = prompt.agrees(
                to: language(
                    "\(field.label.zh)？反映单位问题的选“是”",
                    "\(field.label.en)? yes where it complains about a unit"))
            guard isConfidential else { return }
            try fields.set(field, to: ["true"])
            guard let unit = missing(Attribute.complainedUnit.name, in: fields),
                let typed = prompt.line(language(unit.label) + language("，可留空", ", may be empty")),
                !typed.isEmpty
            else { return }
            try fields.set(unit, to: [typed])
        }
    }

    private func missing(_ name: String, in fields: FieldCollection) -> ActionsAnswer.Field? {
        fields.values[name] == nil ? forms.first { $0.name == name } : nil
    }
}
