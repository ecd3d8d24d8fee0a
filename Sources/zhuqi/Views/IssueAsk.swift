import APIModel
import Languages

/// Says what was asked, and how much of what is needed.
struct IssueAsk {
    let issue: IssueAnswer
    let language: Language
    let layout: TextLayout

    var lines: [String] {
        let needs = TypedText(language: language).text(issue.needs ?? [])
        let label = language("需求：", "Needs: ")
        return [layout.heading(language("诉求", "Asked"))]
            + layout.text(issue.description, indent: 2)
            + (needs.isEmpty ? [] : layout.text(label + needs, indent: 2))
    }

    /// What came of it, likewise.
    var results: [String] {
        let results = TypedText(language: language).text(issue.results ?? [])
        guard !results.isEmpty else { return [] }
        return [layout.heading(language("成果", "Results"))] + layout.text(results, indent: 2)
    }
}

/// Says values that a category types, each with its measure.
struct TypedText {
    let language: Language

    func text(_ values: [TypedValue]) -> String {
        let text = ValueText(language: language)
        return values.map { value in
            let measure = value.quantity.map { " " + language($0).plain } ?? ""
            return "\(language(value.label).plain) \(text.value(value.value))\(measure)"
        }.joined(separator: language("；", "; "))
    }
}
