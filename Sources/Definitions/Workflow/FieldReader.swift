import Languages
import Workflow

/// Reads the values that an action takes.
struct FieldReader {
    private static let keys = [
        "text", "choice", "form", "required", "sets", "label", "notBefore", "notAfter",
    ]
    private static let forms: [String: FieldDefinition.Form] = [
        "count": .count, "boolean": .boolean, "date": .date, "unit": .unit, "units": .units,
        "person": .person, "class": .issueClass, "category": .category, "division": .division,
        "evidence": .evidence, "plan": .plan, "decisions": .decisions, "newIssues": .newIssues,
        "issue": .issue, "state": .state, "project": .project, "needs": .needs, "results": .results,
    ]
    /// The words that `form` takes.
    static let formNames = forms.keys.sorted()

    let fields: [String: FieldDraft]
    let uses: NameUses

    /// Reads `{reply: {text: 4000, required: true, …}, reason: required, evidence: optional}`;
    /// the bare words take the shared field of that name.
    func fields(_ entry: Entry) -> [FieldDraft] {
        entry.namedPairs().compactMap { name, entry in
            entry.isScalar ? shared(name, entry) : Self.field(name, entry)
        }
    }

    /// Reads a field that actions share.
    static func shared(_ name: Placed<String>, _ entry: Entry) -> FieldDraft {
        let unread = FieldDefinition(
            name: name.value, label: .unread, form: .boolean, isRequired: false, sets: nil)
        return field(name, entry)
            ?? FieldDraft(value: unread, place: name.place, origin: name.place, bounds: [])
    }

    private func shared(_ name: Placed<String>, _ entry: Entry) -> FieldDraft? {
        enum Demand: String, CaseIterable { case required, optional }
        guard let demand = entry.word(Label(zh: "要求", en: "demand"), of: Demand.self) else {
            return nil
        }
        guard let field = fields[name.value] else {
            entry.log.recordUnknown(
                .unknownSharedField, name, Label(zh: "共用字段", en: "shared field"),
                known: fields.keys.sorted())
            return nil
        }
        uses.note(.field, name.value)
        return field.shared(at: name.place, isRequired: demand == .required)
    }

    private static func field(_ name: Placed<String>, _ entry: Entry) -> FieldDraft? {
        guard let mapping = entry.mapping(of: keys) else { return nil }
        let sets = mapping["sets"]?.attribute()
        let label = mapping.label()
        let isRequired = mapping["required"]?.boolean() ?? false
        guard let form = form(mapping, entry) else { return nil }
        let labels = mapping["choice"].map(choices) ?? []
        let notBefore = bounds(mapping, "notBefore", form)
        let notAfter = bounds(mapping, "notAfter", form)
        let field = FieldDefinition(
            name: name.value, label: label, form: form, isRequired: isRequired, sets: sets,
            choiceLabels: Dictionary(labels) { first, _ in first },
            notBefore: notBefore.map { bound($0.value) }, notAfter: notAfter.map { bound($0.value) }
        )
        return FieldDraft(
            value: field, place: name.place, origin: name.place,
            bounds: (notBefore + notAfter).filter { bound($0.value) != .today })
    }

    private static func bound(_ text: String) -> FieldDefinition.DayBound {
        text == "today" ? .today : .field(text)
    }

    /// Reads `today`, the name of another date, or a list of them.
    private static func bounds(
        _ mapping: Mapping, _ key: String, _ form: FieldDefinition.Form
    ) -> [Placed<String>] {
        guard let entry = mapping[key] else { return [] }
        guard form == .date else {
            entry.log.record(
                .wrongFieldForm, at: entry.place,
                Label(zh: "“\(key)”只用于日期", en: "`\(key)` is for dates"),
                Label(zh: "请写 `form: date`", en: "write `form: date`"))
            return []
        }
        return entry.texts()
    }

    private static func form(_ mapping: Mapping, _ entry: Entry) -> FieldDefinition.Form? {
        let form = mapping.form(
            of: ["text", "choice", "form"], at: entry,
            remedy:
                Label(
                    zh: "请写其一：`text: 4000`、`choice: {a: {zh: …, en: …}, …}`、`form: date`",
                    en:
                        "write one of `text: 4000`, `choice: {a: {zh: …, en: …}, …}` or `form: date`"
                ))
        guard let form else { return nil }
        switch form.name {
        case "text": return form.integer(in: 1...20000).map { .text(maximumLength: $0) }
        case "choice": return .choice(choices(form).map(\.0))
        default: return named(form)
        }
    }

    /// Reads `{solved: {zh: …, en: …}, …}`; the order is kept.
    private static func choices(_ entry: Entry) -> [(String, Label)] {
        entry.namedPairs().map { ($0.key.value, $0.value.label()) }
    }

    private static func named(_ entry: Entry) -> FieldDefinition.Form? {
        guard let name = entry.text() else { return nil }
        if let form = forms[name.value] { return form }
        entry.log.recordUnknown(
            .unknownWord, name, Label(zh: "形式", en: "form"), known: forms.keys.sorted())
        return nil
    }
}
