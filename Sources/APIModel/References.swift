/// A text in the two languages of the product.
package struct LabelAnswer: Decodable, Hashable, Sendable {
    package let zh: String
    package let en: String

    package init(zh: String, en: String) {
        self.zh = zh
        self.en = en
    }
}

package struct UnitAnswer: Decodable, Hashable, Sendable {
    package let code: String
    package let name: String

    package init(code: String, name: String) {
        self.code = code
        self.name = name
    }
}

package struct PersonAnswer: Decodable, Hashable, Sendable {
    package let login: String
    package let name: String

    package init(login: String, name: String) {
        self.login = login
        self.name = name
    }
}

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

package struct EnterpriseAnswer: Decodable, Hashable, Sendable {
    package let creditCode: String
    package let name: String
    package let division: String
    package let tags: [String]

    package init(creditCode: String, name: String, division: String, tags: [String]) {
        self.creditCode = creditCode
        self.name = name
        self.division = division
        self.tags = tags
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
