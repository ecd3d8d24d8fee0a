/// The project or the unit that a case is about.
package struct SubjectAnswer: Decodable, Hashable, Sendable {
    /// `project` or `unit`.
    package let kind: String
    package let code: String
    package let name: String

    package init(kind: String, code: String, name: String) {
        self.kind = kind
        self.code = code
        self.name = name
    }
}
