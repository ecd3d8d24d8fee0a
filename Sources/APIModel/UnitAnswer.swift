package struct UnitAnswer: Decodable, Hashable, Sendable {
    package let code: String
    package let name: String

    package init(code: String, name: String) {
        self.code = code
        self.name = name
    }
}

/// A unit with what it is competent for: `GET /v1/units`.
package struct UnitDetailAnswer: Codable, Hashable, Sendable {
    package let code: String
    package let name: String
    package let kind: String
    package let division: String
    package let functions: [String]
    /// Other names under which texts print it.
    package let aliases: [String]

    package init(
        code: String, name: String, kind: String, division: String, functions: [String],
        aliases: [String]
    ) {
        self.code = code
        self.name = name
        self.kind = kind
        self.division = division
        self.functions = functions
        self.aliases = aliases
    }
}
