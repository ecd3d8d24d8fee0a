import Casework
import Workflow

/// Reads a directory file.
struct DirectoryReader {
    private static let keys = ["divisions", "units", "persons", "enterprises", "demoTokens"]

    private let root: Mapping
    private let log: FaultLog

    init?(_ root: Entry) {
        guard let mapping = root.mapping(of: Self.keys) else { return nil }
        self.root = mapping
        log = root.log
    }

    func document() -> DirectoryDocument {
        let draft = DirectoryDraft(
            divisions: items("divisions").compactMap(Self.division),
            units: items("units").compactMap(UnitReader.unit),
            persons: items("persons").compactMap(PersonReader.person),
            enterprises: items("enterprises").compactMap(Self.enterprise),
            tokens: root["demoTokens"].map(Self.tokens),
            tokensPlace: root["demoTokens"]?.place ?? root.place)
        DirectoryCheck(draft: draft, log: log).check()
        return draft.document
    }

    private func items(_ key: String) -> [Entry] {
        root.required(key)?.list() ?? []
    }

    private static func division(_ entry: Entry) -> DirectoryDraft.DivisionDraft? {
        guard let mapping = entry.mapping(of: ["code", "name", "parent"]),
            let code = mapping.required("code")?.text(),
            let name = mapping.required("name")?.label()
        else { return nil }
        let parent = mapping["parent"]?.text()
        return DirectoryDraft.DivisionDraft(
            division: Division(code: code.value, name: name, parent: parent?.value), code: code,
            parent: parent)
    }

    private static func enterprise(_ entry: Entry) -> DirectoryDraft.EnterpriseDraft? {
        guard let mapping = entry.mapping(of: ["creditCode", "name", "division", "tags"]),
            let creditCode = mapping.required("creditCode")?.text(),
            let name = mapping.required("name")?.text(),
            let division = mapping.required("division")?.text()
        else { return nil }
        return DirectoryDraft.EnterpriseDraft(
            entry: DirectoryDocument.EnterpriseEntry(
                creditCode: creditCode.value, name: name.value, division: division.value,
                tags: mapping.words("tags")),
            creditCode: creditCode, division: division)
    }

    private static func tokens(_ entry: Entry) -> [DirectoryDraft.TokenDraft] {
        let roles = Right.Role.allCases.filter { ![.system, .enterprise].contains($0) }
        return (entry.mapping(of: roles.map(\.rawValue))?.pairs ?? []).compactMap { name, entry in
            guard let role = Right.Role(rawValue: name.value), let login = entry.text() else {
                return nil
            }
            return DirectoryDraft.TokenDraft(role: role, roleName: name, login: login)
        }
    }
}
