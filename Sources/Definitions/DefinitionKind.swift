package import Languages

/// Names the kinds of files that an institution writes.
package enum DefinitionKind: String, CaseIterable, Sendable {
    // The calendar last: other files name theirs by the same key.
    case workflow, routing, ladder, notices, directory, shared, calendar

    package var label: Label {
        switch self {
        case .workflow: Label(zh: "工作流", en: rawValue)
        case .routing: Label(zh: "派单规则", en: rawValue)
        case .ladder: Label(zh: "提级阶梯", en: rawValue)
        case .notices: Label(zh: "通知", en: rawValue)
        case .directory: Label(zh: "组织机构", en: rawValue)
        case .shared: Label(zh: "供引用的文件", en: "file to include")
        case .calendar: Label(zh: "工作日历", en: rawValue)
        }
    }

    /// The keys that only files of this kind have at the left margin.
    private var keys: [String] {
        switch self {
        case .workflow: ["workflow"]
        case .calendar: ["calendar"]
        case .routing: ["rules"]
        case .ladder: ["service"]
        case .notices: ["templates"]
        case .directory: ["units"]
        case .shared: IncludedFile.shareable
        }
    }

    /// Guesses the kind of a text by its keys; what has none of them is taken for a workflow.
    init(of text: String) {
        // What is too long is refused for that, whatever it is.
        guard text.utf8.count <= SourceText.byteLimit else {
            self = .workflow
            return
        }
        // A misspelt first key must not make a workflow pass for something else.
        let ofWorkflows = ["workflow", "version", "defaultClass", "states", "roles"]
        let lines = text.split(separator: "\n", omittingEmptySubsequences: true)
        func has(_ key: String) -> Bool { lines.contains { $0.hasPrefix(key + ":") } }
        self =
            ofWorkflows.contains(where: has)
            ? .workflow : Self.allCases.first { $0.keys.contains(where: has) } ?? .workflow
    }
}
