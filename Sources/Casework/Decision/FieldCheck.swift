import Languages
package import Workflow
package import WorkingTime

/// Checks the values of an action against its definition and brings them into their stored form.
package struct FieldCheck {
    private let definition: WorkflowDefinition
    private let directory: Directory
    private let issuesNamed: [String: IssueNaming]
    /// As it stands before the action; nil where the action bears it.
    private let issue: Issue?
    /// When the action is taken: units that are dissolved by then get no work.
    private let at: Instant?
    /// The day on which it is taken; nil where nothing is held against it.
    private let today: CalendarDate?
    private var faults: [FieldFault] = []

    /// - Parameter issuesNamed: numbers that were looked up and are those of issues.
    package init(
        definition: WorkflowDefinition, directory: Directory, issue: Issue? = nil,
        issuesNamed: [String: IssueNaming] = [:], at: Instant? = nil, today: CalendarDate? = nil
    ) {
        self.at = at
        self.today = today
        self.issue = issue
        self.definition = definition
        self.directory = directory
        self.issuesNamed = issuesNamed
    }

    /// Returns the values in stored form.
    ///
    /// - Throws: `Refusal.invalidFields` with every fault at once.
    package mutating func check(
        _ values: [String: FieldValue], for action: ActionDefinition
    ) throws(Refusal) -> [String: FieldValue] {
        var checked: [String: FieldValue] = [:]
        let category = values[Attribute.category.name]?.text ?? issue?.attributes.category
        let demand = FieldDemand(definition: definition, issue: issue, category: category)
        for field in action.fields {
            guard let value = values[field.name], value != .null else {
                faults += demand.faults(without: field)
                continue
            }
            if let typed = definition.values(of: field.form, in: category) {
                faults += TypedValues(typed, of: field.form).faults(in: value, field: field.name)
                checked[field.name] = value
            } else {
                checked[field.name] = stored(value, field)
                if field.form == .newIssues {
                    faults += NewIssueNeeds(definition).faults(in: value, field: field.name)
                }
            }
        }
        for name in values.keys.sorted() where action.field(name) == nil {
            faults.append(FieldFault(at: [name], unknownProblem(action)))
        }
        for field in action.fields {
            faults += DateBounds(field: field, fields: action.fields, today: today).faults(
                in: checked)
        }
        guard faults.isEmpty else { throw .invalidFields(faults) }
        return checked
    }

    private func unknownProblem(_ action: ActionDefinition) -> Label {
        let labels = action.fields.map(\.label)
        guard !labels.isEmpty else {
            return Label(
                zh: "“\(action.label.zh)”没有此字段，也不填任何字段",
                en: "is not a field of “\(action.label.en)”, which takes none")
        }
        return Label(
            zh: "“\(action.label.zh)”没有此字段；可填：\(labels.map(\.zh).joined(separator: "、"))",
            en: "is not a field of “\(action.label.en)”, which takes: "
                + labels.map(\.en).joined(separator: ", "))
    }

    private mutating func stored(_ value: FieldValue, _ field: FieldDefinition) -> FieldValue {
        if field.form == .issue {
            if let problem = issueProblem(value) {
                faults.append(FieldFault(field: field.name, problem))
            }
        } else if let problem = problem(with: value, field) {
            faults.append(FieldFault(field: field.name, problem))
        } else {
            faults += faultsWithin(value, field)
        }
        if field.form == .person, let login = value.text,
            let person = directory.person(login: login)
        {
            return .integer(person.id.rawValue)
        }
        return value
    }

    private func problem(with value: FieldValue, _ field: FieldDefinition) -> Label? {
        switch field.form {
        case .text(let maximum):
            TextRule.problem(with: value.text, maximum: maximum, isRequired: field.isRequired)
        case .choice(let choices):
            value.text.map(choices.contains) == true
                ? nil
                : Self.ambiguity(value, field.choiceWords)
                    ?? .oneOf(choices) { field.choiceLabels[$0] }
        case .count:
            value.integer.map { $0 >= 0 } == true
                ? nil : Label(zh: "须为不小于0的整数", en: "must be a whole number from 0")
        case .boolean:
            value.boolean == nil ? Label(zh: "须为是或否（true、false）", en: "must be true or false") : nil
        case .date: value.text.flatMap(CalendarDate.read) == nil ? .noDate : nil
        case .unit: unitProblem(value)
        case .person:
            value.text.flatMap(directory.person(login:)) == nil
                ? remark(value) { directory.meaning(ofPerson: $0, at: now) }
                    ?? Label(
                        zh: "须为名录中人员的账号", en: "must be the login of a person in the directory")
                : nil
        case .issueClass:
            value.text.flatMap(definition.issueClass) == nil
                ? Self.ambiguity(value, definition.classWords)
                    ?? .oneOf(codes: definition.classes.map(\.name)) {
                        definition.issueClass($0)?.label
                    }
                : nil
        case .category:
            value.text.flatMap(definition.category) == nil
                ? Self.ambiguity(value, definition.categoryWords)
                    ?? .oneOf(codes: definition.categories.map(\.code)) {
                        definition.category($0)?.label
                    }
                : nil
        case .division:
            value.text.flatMap(directory.division) == nil
                ? remark(value, directory.meaning(ofDivision:)) ?? .noDivision : nil
        case .state:
            value.text.flatMap(definition.state)?.isOpen == true
                ? nil : .oneOf(openStates) { definition.state($0)?.label }
        case .needs, .results, .issue, .units, .evidence, .plan, .decisions, .newIssues: nil
        case .project:
            value.text.flatMap(directory.project) == nil
                ? remark(value, directory.meaning(ofProject:)) ?? .noProject : nil
        }
    }

    /// When words are asked what they mean.
    private var now: Instant { at ?? .distantFuture }

    /// Which things a word may mean, or is near to.
    private func remark(
        _ value: FieldValue, _ meaning: (String) -> Vocabulary.Meaning
    ) -> Label? {
        value.text.flatMap { Label(remarking: meaning($0), on: $0) }
    }

    /// Says of which things a word is said, where all that may be given are listed otherwise.
    private static func ambiguity(_ value: FieldValue, _ words: Vocabulary?) -> Label? {
        guard let word = value.text, case .several? = words?.meaning(of: word) else { return nil }
        return words.flatMap { Label(remarking: $0.meaning(of: word), on: word) }
    }

    /// The faults of a field that is a list, each at its place in it.
    private func faultsWithin(_ value: FieldValue, _ field: FieldDefinition) -> [FieldFault] {
        switch field.form {
        case .units: unitFaults(value, field.name)
        case .evidence: StructuredField.evidence.faults(in: value, field: field.name)
        case .plan: StructuredField.plan.faults(in: value, field: field.name)
        case .decisions: decisionFaults(value, field.name)
        case .newIssues:
            StructuredField.newIssues(definition).faults(in: value, field: field.name)
        case .text, .choice, .count, .boolean, .date, .unit, .person, .issueClass, .category,
            .division, .state, .project, .needs, .results, .issue:
            []
        }
    }

    private var openStates: [String] { definition.states.filter(\.isOpen).map(\.name) }

    private func issueProblem(_ value: FieldValue) -> Label? {
        guard let naming = value.text.flatMap({ issuesNamed[$0] }) else {
            return .noIssue
        }
        return naming.problem
    }

    /// - Parameter remarking: says also what is near, which costs a look at the names of all units.
    private func unitProblem(_ value: FieldValue, remarking: Bool = true) -> Label? {
        guard let code = value.text else {
            return .noUnit
        }
        guard let unit = directory.unit(code: code) else {
            if remarking, let remark = remark(value, { directory.meaning(ofUnit: $0, at: now) }) {
                return remark
            }
            let code = code.prefix(100)
            return Label(zh: "没有代码为“\(code)”的单位", en: "no unit has the code “\(code)”")
        }
        guard let at, !unit.exists(at: at) else { return nil }
        let successor = unit.successor.flatMap(directory.unit)
        return Label(
            zh: "\(unit.name.zh)已撤销" + (successor.map { "，由\($0.name.zh)承接" } ?? ""),
            en: "\(unit.name.en) was dissolved"
                + (successor.map { "; its successor is \($0.name.en)" } ?? ""))
    }

    private func decisionFaults(_ value: FieldValue, _ field: String) -> [FieldFault] {
        let faults = StructuredField.decisions.faults(in: value, field: field)
        guard faults.isEmpty else { return faults }
        return (value.list ?? []).enumerated().compactMap { place, decision in
            unitProblem(decision.decidedUnit ?? .null).map {
                FieldFault(at: [field, "\(place)", FieldValue.leadUnitKey], $0)
            }
        }
    }

    private func unitFaults(_ value: FieldValue, _ field: String) -> [FieldFault] {
        guard let codes = value.list, codes.count <= 40 else {
            return [
                FieldFault(
                    field: field, zh: "须为至多40个单位代码的列表",
                    en: "must be a list of at most 40 codes of units")
            ]
        }
        var faults: [FieldFault] = []
        for (place, code) in codes.enumerated() {
            guard let problem = unitProblem(code, remarking: faults.isEmpty) else { continue }
            faults.append(FieldFault(at: [field, "\(place)"], problem))
        }
        return faults
    }
}
