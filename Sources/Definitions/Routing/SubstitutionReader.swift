import Casework
import Languages
import Workflow

/// Reads who may stand in for whom, and for how long.
enum SubstitutionReader {
    /// What can't be read passes to nobody; the file is refused anyway.
    static func rule(_ entry: Entry) -> SubstitutionRule {
        let mapping = entry.mapping(of: ["longestDays", "roles"])
        let longest = mapping?.required("longestDays")?
            .integer(in: 1...SubstitutionRule.mostDays)
        let roles = (mapping?.requiredNamed("roles") ?? []).compactMap(role)
        return SubstitutionRule(
            longestInDays: longest ?? 1,
            places: Dictionary(roles) { first, _ in first })
    }

    private static func role(
        _ pair: Mapping.Pair
    ) -> (Right.Role, Set<SubstitutionRule.Place>)? {
        let known = Right.Role.allCases.filter(\.mayPass)
        guard let role = Right.Role(rawValue: pair.key.value) else {
            pair.value.log.recordUnknown(
                .unknownWord, pair.key, Label(zh: "角色", en: "role"), known: known.map(\.rawValue))
            return nil
        }
        guard role.mayPass else {
            pair.value.log.record(
                .unknownWord, at: pair.key.place,
                Label(
                    zh: "`\(role.rawValue)` 不能代理",
                    en: "nobody stands in for `\(role.rawValue)`"),
                Label { language in
                    language("这里可用：", "here: ")
                        + language.list(known.map { "`\($0.rawValue)`" })
                })
            return nil
        }
        return (role, places(pair.value))
    }

    private static func places(_ entry: Entry) -> Set<SubstitutionRule.Place> {
        let list = entry.list()
        if list?.isEmpty == true {
            entry.log.record(
                .badText, at: entry.place,
                Label(
                    zh: "\(entry.subject.zh)没有写代理人所在",
                    en: "\(entry.subject.en) names no place of a deputy"),
                Label(
                    zh: "例如 `[unit, aboveUnit]`；不写这个角色，就不能代理",
                    en:
                        "write e.g. `[unit, aboveUnit]`, or leave the role out: then it passes to nobody"
                ))
        }
        return Set(
            (list ?? []).compactMap {
                $0.word(
                    Label(zh: "代理人所在", en: "place of a deputy"), of: SubstitutionRule.Place.self)
            })
    }
}
