import Workflow
import WorkingTime

/// Tells whether a value of an action stands as it is recorded: then nothing of it has to be understood.
///
/// Such a value may still be refused. Each look is one by name.
struct FieldIdentity {
    let definition: WorkflowDefinition
    let directory: Directory
    /// The category whose values are typed; nil: any.
    let category: String?

    func holds(_ value: FieldValue, _ field: FieldDefinition) -> Bool {
        if value == .null { return true }
        switch field.form {
        case .text, .evidence: return true
        case .choice(let choices): return value.text.map(choices.contains) ?? false
        case .count: return value.integer != nil
        case .boolean: return value.boolean != nil
        case .date: return Self.isDate(value)
        case .unit, .person, .issueClass, .category, .division, .state, .project:
            return value.text.map { isName($0, field.form) } ?? false
        case .units:
            return value.list?.allSatisfy { $0.text.map { isName($0, .unit) } ?? false } ?? false
        case .plan, .decisions:
            return value.list?.allSatisfy { $0.object.map(holdsStep) ?? false } ?? false
        case .newIssues:
            return value.list?.allSatisfy { $0.object.map(holdsIssue) ?? false } ?? false
        case .issue: return value.text?.hasPrefix(Self.numberPrefix) ?? false
        case .needs, .results:
            return value.object?.allSatisfy { name, value in
                type(name, field.form).map { Self.holds(value, $0.kind) } ?? false
            } ?? false
        }
    }

    /// Numbers of issues that are written out whole.
    private static let numberPrefix = "ZQ"

    func isName(_ text: String, _ form: FieldDefinition.Form) -> Bool {
        switch form {
        case .unit: directory.unit(code: text) != nil
        case .person: directory.person(login: text) != nil
        case .issueClass: definition.issueClass(text) != nil
        case .category: definition.category(text) != nil
        case .division: directory.division(text) != nil
        case .state: definition.state(text) != nil
        case .project: directory.project(text) != nil
        case .text, .choice, .count, .boolean, .date, .units, .evidence, .plan, .decisions,
            .newIssues, .issue, .needs, .results:
            false
        }
    }

    /// A step of a plan, or a decision with its unit.
    private func holdsStep(_ step: [String: FieldValue]) -> Bool {
        step["on"].map(Self.isDate) ?? true
            && step[FieldValue.leadUnitKey]?.text.map { isName($0, .unit) } ?? true
    }

    private func holdsIssue(_ issue: [String: FieldValue]) -> Bool {
        let needs = issue[NewIssueNeeds.key]?.object ?? [:]
        guard let name = issue[Attribute.category.name]?.text,
            let category = definition.category(name)
        else { return false }
        return needs.allSatisfy { key, value in
            category.needs.first { $0.name == key }.map { Self.holds(value, $0.kind) } ?? false
        }
    }

    /// What a category types under a name.
    private func type(_ name: String, _ form: FieldDefinition.Form) -> ValueDefinition? {
        if let category {
            return definition.values(of: form, in: category)?.first { $0.name == name }
        }
        return definition.categories.lazy.compactMap { category in
            (form == .needs ? category.needs : category.results).first { $0.name == name }
        }.first
    }

    static func holds(_ value: FieldValue, _ kind: ValueDefinition.Kind) -> Bool {
        switch kind {
        case .date: isDate(value)
        case .text: true
        case .quantity(let quantity):
            value.integer != nil || value == .null
                || !quantity.isWhole && value.text.map(TypedValues.isDecimal) ?? false
        }
    }

    static func isDate(_ value: FieldValue) -> Bool {
        value.text.map { $0.utf8.count == 10 && CalendarDate.read($0) != nil } ?? false
    }
}
