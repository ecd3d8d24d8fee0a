/// Names the kinds of files that an institution writes.
package enum DefinitionKind: String, CaseIterable, Sendable {
    case workflow, calendar, routing, ladder, directory

    /// The key that only files of this kind have at the left margin.
    private var key: String {
        switch self {
        case .workflow: "workflow"
        case .calendar: "calendar"
        case .routing: "rules"
        case .ladder: "levels"
        case .directory: "units"
        }
    }

    /// Guesses the kind of a text by its keys; what has none of them is taken for a workflow.
    init(of text: String) {
        let keys = text.split(separator: "\n", omittingEmptySubsequences: true)
            .compactMap { $0.firstMatch(of: /^(\w+):/)?.output.1 }
        self = Self.allCases.first { kind in keys.contains { $0 == kind.key } } ?? .workflow
    }
}
