import Workflow
import WorkingTime

/// Checks the fields that are lists of objects.
enum StructuredField {
    /// Evidence is one or more `{kind, text | sha256}`.
    static func evidenceProblem(_ value: FieldValue) -> String? {
        guard let items = value.list, (1...20).contains(items.count) else {
            return "must be a list of 1 to 20 items {kind, text or sha256}"
        }
        return items.lazy.compactMap(evidenceItemProblem).first
    }

    private static func evidenceItemProblem(_ item: FieldValue) -> String? {
        guard let object = item.object, let kind = object["kind"]?.text, object.count == 2 else {
            return "each item must have a kind and either text or sha256"
        }
        if let problem = TextRule.problem(with: kind, maximum: 40, required: true) {
            return "kind \(problem)"
        }
        if let text = object["text"]?.text {
            return TextRule.problem(with: text, maximum: 4000, required: true)
                .map { "text \($0)" }
        }
        guard let digest = object["sha256"]?.text, digest.count == 64,
            digest.allSatisfy({ $0.isHexDigit && $0.isASCII })
        else { return "sha256 must be 64 hexadecimal digits" }
        return nil
    }

    /// A plan is one or more `{on, what}`.
    static func planProblem(_ value: FieldValue) -> String? {
        guard let items = value.list, (1...50).contains(items.count) else {
            return "must be a list of 1 to 50 steps {on, what}"
        }
        for item in items {
            guard let object = item.object, object.count == 2, let on = object["on"]?.text,
                CalendarDate.read(on) != nil, let what = object["what"]?.text
            else { return "each step must have a date `on` and a text `what`" }
            if let problem = TextRule.problem(with: what, maximum: 500, required: true) {
                return "what \(problem)"
            }
        }
        return nil
    }

    /// New issues are `{category, title, description}`, two or more make a split worth it.
    static func newIssuesProblem(
        _ value: FieldValue, _ definition: WorkflowDefinition, _ directory: Directory
    ) -> String? {
        guard let items = value.list, (1...10).contains(items.count) else {
            return "must be a list of 1 to 10 issues {category, title, description}"
        }
        for item in items {
            guard let object = item.object, let category = object["category"]?.text,
                definition.category(category) != nil, let title = object["title"]?.text,
                let description = object["description"]?.text, object.count == 3
            else { return "each issue must have a known category, a title and a description" }
            let problem =
                TextRule.problem(with: title, maximum: 200, required: true)
                ?? TextRule.problem(with: description, maximum: 8000, required: true)
            if let problem { return problem }
        }
        return nil
    }
}
