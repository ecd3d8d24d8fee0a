import Languages

extension FieldDefinition.Form {
    /// Says in words which values a field takes.
    package var words: String {
        switch self {
        case .text(let maximum): "text of at most \(maximum) characters"
        case .choice(let values): "one of " + values.map { "`\($0)`" }.joined(separator: ", ")
        case .count: "a count"
        case .boolean: "yes or no"
        case .date: "a date"
        case .unit: "a unit"
        case .units: "units"
        case .person: "a person"
        case .issueClass: "a class"
        case .category: "a category"
        case .division: "a division"
        case .evidence: "evidence"
        case .plan: "a dated plan"
        case .decisions: "decisions, each with a lead unit and a date"
        case .newIssues: "new issues"
        case .issue: "another issue"
        case .state: "an open state"
        case .needs: "the needs of the category"
        case .results: "the results of the category"
        case .project: "a project"
        }
    }
}

extension FieldDefinition {
    /// Says in words what the field is, without its name.
    package var words: String {
        "\(isRequired ? "required" : "optional"), \(form.words)"
            + (sets.map { ", becomes `\($0)`" } ?? "")
            + bounds("not before", notBefore) + bounds("not after", notAfter)
    }

    private func bounds(_ words: String, _ bounds: [DayBound]) -> String {
        bounds.isEmpty ? "" : ", \(words) " + bounds.map(\.words).joined(separator: " and ")
    }
}

extension FieldDefinition.DayBound {
    package var words: String {
        switch self {
        case .today: "today"
        case .field(let name): "`\(name)`"
        }
    }
}

extension ValueDefinition {
    /// Says in words what the value is, without its name.
    package var words: String {
        let measure =
            switch kind {
            case .quantity(let quantity): quantity.label.en
            case .date: "a date"
            case .text(let maximum): "text of at most \(maximum) characters"
            }
        return "\(isRequired ? "required" : "optional"), \(measure)"
    }
}

extension Label {
    /// Both languages, as diffs print them.
    package var words: String { "\(zh), \(en)" }
}
