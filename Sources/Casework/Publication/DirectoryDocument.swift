package import Languages
package import Workflow

/// Holds a directory as a file describes it: everything refers by codes, nothing by ids.
package struct DirectoryDocument: Hashable, Sendable {
    package let divisions: [Division]
    /// Each after the unit above it.
    package let units: [UnitEntry]
    package let persons: [PersonEntry]
    package let enterprises: [EnterpriseEntry]
    /// Whose token a demonstration uses for each role; empty where the file is no demonstration.
    package let demoTokens: [Right.Role: String]
    /// Where the text says each of these.
    package let lines: Lines

    package init(
        divisions: [Division], units: [UnitEntry], persons: [PersonEntry],
        enterprises: [EnterpriseEntry], demoTokens: [Right.Role: String], lines: Lines
    ) {
        self.divisions = divisions
        self.units = units
        self.persons = persons
        self.enterprises = enterprises
        self.demoTokens = demoTokens
        self.lines = lines
    }
}

extension DirectoryDocument {
    /// The lines of a text, from 1, one for each entry in its order.
    package struct Lines: Hashable, Sendable {
        package let divisions: [Int]
        package let units: [Int]
        package let persons: [Int]
        package let enterprises: [Int]

        package init(divisions: [Int], units: [Int], persons: [Int], enterprises: [Int]) {
            self.divisions = divisions
            self.units = units
            self.persons = persons
            self.enterprises = enterprises
        }
    }
}

extension DirectoryDocument {
    package struct UnitEntry: Hashable, Sendable {
        package let code: String
        package let name: Label
        package let kind: Unit.Kind
        /// The code of the unit above; nil for the root.
        package let parent: String?
        package let division: String
        package let functions: [String]
        package let categories: [String]
        package let aliases: [String]

        package init(
            code: String, name: Label, kind: Unit.Kind, parent: String?, division: String,
            functions: [String], categories: [String], aliases: [String]
        ) {
            self.code = code
            self.name = name
            self.kind = kind
            self.parent = parent
            self.division = division
            self.functions = functions
            self.categories = categories
            self.aliases = aliases
        }
    }

    package struct PersonEntry: Hashable, Sendable {
        package struct Grant: Hashable, Sendable {
            package let role: Right.Role
            /// A code of a unit.
            package let unit: String

            package init(role: Right.Role, unit: String) {
                self.role = role
                self.unit = unit
            }
        }

        package let login: String
        package let name: String
        package let phone: String?
        package let grants: [Grant]
        /// Credit codes.
        package let pairedEnterprises: [String]

        package init(
            login: String, name: String, phone: String?, grants: [Grant],
            pairedEnterprises: [String]
        ) {
            self.login = login
            self.name = name
            self.phone = phone
            self.grants = grants
            self.pairedEnterprises = pairedEnterprises
        }
    }

    package struct EnterpriseEntry: Hashable, Sendable {
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
}
