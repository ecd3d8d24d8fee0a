import Casework
import Languages
import Workflow

/// Reads one person of a directory.
enum PersonReader {
    private static let keys = ["login", "name", "phone", "grants", "pairedEnterprises"]

    static func person(_ entry: Entry) -> DirectoryDraft.PersonDraft? {
        guard let mapping = entry.mapping(of: keys),
            let login = mapping.required("login")?.text(),
            let name = mapping.required("name")?.text()
        else { return nil }
        let grants = (mapping.required("grants")?.list() ?? []).compactMap(grant)
        let enterprises = mapping.texts("pairedEnterprises")
        return DirectoryDraft.PersonDraft(
            entry: DirectoryDocument.PersonEntry(
                login: login.value, name: name.value, phone: mapping["phone"].flatMap(phone),
                grants: grants.map(\.0), pairedEnterprises: enterprises.map(\.value)),
            login: login, units: grants.map(\.1), enterprises: enterprises)
    }

    private static func grant(
        _ entry: Entry
    ) -> (DirectoryDocument.PersonEntry.Grant, Placed<String>)? {
        guard let mapping = entry.mapping(of: ["role", "unit"]),
            let role = mapping.required("role")?.word(
                Label(zh: "角色", en: "role"), of: Right.Role.self),
            let unit = mapping.required("unit")?.text()
        else { return nil }
        return (DirectoryDocument.PersonEntry.Grant(role: role, unit: unit.value), unit)
    }

    private static func phone(_ entry: Entry) -> String? {
        guard let text = entry.text() else { return nil }
        guard TelephoneNumber(text.value)?.digits == text.value else {
            entry.log.record(
                .badText, at: text.place,
                Label(zh: "“\(text.value)”不是电话号码", en: "`\(text.value)` is no telephone number"),
                Label(zh: "请只写 7 至 15 位数字", en: "write 7 to 15 digits and nothing else"))
            return nil
        }
        return text.value
    }
}
