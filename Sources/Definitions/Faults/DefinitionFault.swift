package import Languages

/// Tells one thing that is wrong in a definition file, where, and what would be right.
package struct DefinitionFault: Hashable, Sendable {
    package let file: String
    /// From 1.
    package let line: Int
    /// From 1, counted in Unicode scalars.
    package let column: Int
    /// Stable, one for each kind of fault: `WF105`.
    package let code: String
    package let problem: Label
    package let remedy: Label

    package init(
        file: String, line: Int, column: Int, code: String, problem: Label, remedy: Label
    ) {
        self.file = file
        self.line = line
        self.column = column
        self.code = code
        self.problem = problem
        self.remedy = remedy
    }
}

extension DefinitionFault: CustomStringConvertible {
    package var description: String { words(in: .en) }

    /// A line for people: where it is, what is wrong, and what would be right.
    package func words(in language: Language) -> String {
        "\(file):\(line):\(column)" + language("：", ": ") + problem.text(in: language)
            + language("；", "; ") + remedy.text(in: language)
    }
}

/// Refuses a definition file with everything that is wrong in it.
package struct DefinitionFaults: Error, Hashable, Sendable {
    /// Ordered by file, line and column, never empty.
    package let faults: [DefinitionFault]

    package init(faults: [DefinitionFault]) {
        self.faults = faults
    }
}

extension DefinitionFaults: CustomStringConvertible {
    package var description: String { faults.map(\.description).joined(separator: "\n") }
}
