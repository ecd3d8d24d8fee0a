import Languages
import Workflow

/// Reads `roles`: for each role a name, a list of them, or `none`.
struct RoleReader {
    private static let sections = [
        "states", "actions", "clocks", "counters", "fields", "values", "link",
    ]
    private static let nothing = "none"

    /// What stands in for roles that the text does not say; nil where it must say all of them.
    let fallback: WorkflowRoles?

    func roles(_ root: Mapping) -> RoleTable<Placed<String>> {
        let entry = fallback == nil ? root.required("roles") : root["roles"]
        let mapping = entry?.mapping(of: Self.sections)
        let place = mapping?.place ?? root.place
        let usual = fallback?.mapped { Placed(value: $0, place: place) }
        return RoleTable(
            states: read("states", in: mapping, else: usual?.states),
            actions: read("actions", in: mapping, else: usual?.actions),
            clocks: read("clocks", in: mapping, else: usual?.clocks),
            counters: read("counters", in: mapping, else: usual?.counters),
            fields: read("fields", in: mapping, else: usual?.fields),
            values: read("values", in: mapping, else: usual?.values),
            link: read("link", in: mapping, else: usual?.link))
    }

    private func read<Role: WorkflowRole>(
        _ section: String, in roles: Mapping?, else fallback: [Role: [Placed<String>]]?
    ) -> [Role: [Placed<String>]] {
        let entry = fallback == nil ? roles?.required(section) : roles?[section]
        guard let pairs = entry?.mapping(of: Role.allCases.map(\.rawValue)) else {
            return fallback ?? [:]
        }
        return Dictionary(
            uniqueKeysWithValues: Role.allCases.map { role in
                let entry =
                    fallback == nil ? pairs.required(role.rawValue) : pairs[role.rawValue]
                return (role, entry.map { names($0, of: role) } ?? fallback?[role] ?? [])
            })
    }

    private func names(_ entry: Entry, of role: some WorkflowRole) -> [Placed<String>] {
        let names = entry.bareWord == Self.nothing ? [] : entry.texts()
        if names.isEmpty, role.isNeeded {
            entry.log.record(
                .roleUnfilled, at: entry.place,
                Label(zh: "没有写明 `\(role.rawValue)`", en: "nothing is `\(role.rawValue)`"),
                Label(zh: "请写明哪一个用作它", en: "name what is: \(role.purpose)"))
        }
        if names.count > 1, role.isSingle {
            entry.log.record(
                .roleUnfit, at: entry.place,
                Label(
                    zh: "`\(role.rawValue)` 写了 \(names.count) 个名称",
                    en: "`\(role.rawValue)` is \(names.count) names"),
                Label(zh: "请只写一个", en: "name one: \(role.purpose)"))
        }
        return names
    }
}
