import Casework
import Languages

/// Reads one unit of a directory.
enum UnitReader {
    private static let keys = [
        "code", "name", "kind", "parent", "division", "functions", "categories", "aliases",
    ]

    static func unit(_ entry: Entry) -> DirectoryDraft.UnitDraft? {
        guard let mapping = entry.mapping(of: keys),
            let code = mapping.required("code")?.text(),
            let name = mapping.required("name")?.label(),
            let division = mapping.required("division")?.text()
        else { return nil }
        let kind = mapping.required("kind")?.word(
            Label(zh: "单位种类", en: "kind of unit"), of: Unit.Kind.self)
        let parent = mapping["parent"]?.text()
        return DirectoryDraft.UnitDraft(
            entry: DirectoryDocument.UnitEntry(
                code: code.value, name: name, kind: kind ?? .governmentDepartment,
                parent: parent?.value,
                division: division.value, functions: mapping.words("functions"),
                categories: mapping.words("categories"),
                aliases: mapping.words("aliases")),
            code: code, parent: parent, division: division)
    }
}
