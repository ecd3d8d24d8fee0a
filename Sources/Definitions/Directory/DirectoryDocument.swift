package import Casework
package import Workflow

/// Holds a directory as a file describes it: everything refers by codes, nothing by ids.
package struct DirectoryDocument: Hashable, Sendable {
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
    }

    package struct PersonEntry: Hashable, Sendable {
        package struct Grant: Hashable, Sendable {
            package let role: Right.Role
            /// A code of a unit.
            package let unit: String
        }

        package let login: String
        package let name: String
        package let phone: String?
        package let grants: [Grant]
        /// Credit codes.
        package let pairedEnterprises: [String]
    }

    package struct EnterpriseEntry: Hashable, Sendable {
        package let creditCode: String
        package let name: String
        package let division: String
        package let tags: [String]
    }

    package let divisions: [Division]
    /// Each after the unit above it.
    package let units: [UnitEntry]
    package let persons: [PersonEntry]
    package let enterprises: [EnterpriseEntry]
    /// Whose token a demonstration uses for each role; empty where the file is no demonstration.
    package let demoTokens: [Right.Role: String]
}
