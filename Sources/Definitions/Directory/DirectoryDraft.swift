import Casework
import Workflow

/// Holds a directory as it was read, every name with its place.
struct DirectoryDraft {
    struct UnitDraft {
        let entry: DirectoryDocument.UnitEntry
        let code: Placed<String>
        let parent: Placed<String>?
        let division: Placed<String>
    }

    struct PersonDraft {
        let entry: DirectoryDocument.PersonEntry
        let login: Placed<String>
        let units: [Placed<String>]
        let enterprises: [Placed<String>]
    }

    struct EnterpriseDraft {
        let entry: DirectoryDocument.EnterpriseEntry
        let creditCode: Placed<String>
        let division: Placed<String>
    }

    struct DivisionDraft {
        let division: Division
        let code: Placed<String>
        let parent: Placed<String>?
    }

    struct TokenDraft {
        let role: Right.Role
        let roleName: Placed<String>
        let login: Placed<String>
    }

    let divisions: [DivisionDraft]
    let units: [UnitDraft]
    let persons: [PersonDraft]
    let enterprises: [EnterpriseDraft]
    /// Nil where the file has none.
    let tokens: [TokenDraft]?
    let tokensPlace: Place

    var document: DirectoryDocument {
        DirectoryDocument(
            divisions: divisions.map(\.division), units: units.map(\.entry),
            persons: persons.map(\.entry), enterprises: enterprises.map(\.entry),
            demoTokens: (tokens ?? []).reduce(into: [:]) { $0[$1.role] = $1.login.value },
            lines: DirectoryDocument.Lines(
                divisions: divisions.map(\.code.place.line), units: units.map(\.code.place.line),
                persons: persons.map(\.login.place.line),
                enterprises: enterprises.map(\.creditCode.place.line)))
    }
}
