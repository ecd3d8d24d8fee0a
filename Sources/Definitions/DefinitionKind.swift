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
        // What is too long is refused for that, whatever it is.
        guard text.utf8.count <= SourceText.byteLimit else {
            self = .workflow
            return
        }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: true)
        self =
            Self.allCases.first { kind in lines.contains { $0.hasPrefix(kind.key + ":") } }
            ?? .workflow
    }
}
