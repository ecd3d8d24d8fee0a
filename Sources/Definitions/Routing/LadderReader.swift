import Casework
import Languages
import Workflow

/// Reads `handling` and `service`, the lines above units and officers, the level that is turned to by
/// hand, and who may stand in for whom.
enum LadderReader {
    static func ladders(_ entry: Entry) -> Ladders? {
        guard
            let root = entry.mapping(of: [
                "handling", "service", "unit", "officer", "byHand", "substitution",
            ]),
            let handling = root.required("handling"), let service = root.required("service")
        else { return nil }
        return Ladders(
            handling: ladder(handling, of: .issue), service: ladder(service, of: .issue),
            byHand: root["byHand"].flatMap(levelByHand),
            unit: root["unit"].map { ladder($0, of: .unit) } ?? .usualAboveUnits,
            officer: root["officer"].map { ladder($0, of: .officer) }
                ?? .usualAboveOfficers,
            substitution: root["substitution"].map(SubstitutionReader.rule) ?? .usual)
    }

    private static func ladder(_ entry: Entry, of kind: Ladder.Kind) -> Ladder {
        let levels = (entry.list() ?? []).compactMap { level($0, of: kind) }
        for (expected, level) in levels.enumerated() where level.value.level != expected {
            entry.log.record(
                .levelsDoNotRise, at: level.place,
                Label(
                    zh: "应为第 \(expected) 级，却写了第 \(level.value.level) 级",
                    en: "level \(level.value.level) stands where level \(expected) is due"),
                Label(zh: "请从 0 起逐级写", en: "list the levels one by one from 0"))
        }
        return Ladder(levels: levels.map(\.value))
    }

    private static func level(_ entry: Entry, of kind: Ladder.Kind) -> Placed<Ladder.Level>? {
        guard let mapping = entry.mapping(of: ["level", "label", "holders"]) else { return nil }
        let label = mapping.label()
        guard let number = mapping.required("level")?.integer(in: 0...6) else { return nil }
        let finders = (mapping.required("holders")?.list() ?? []).compactMap {
            finder($0, of: kind)
        }
        let level = Ladder.Level(level: number, label: label, finders: finders)
        return Placed(value: level, place: entry.place)
    }

    private static func finder(_ entry: Entry, of kind: Ladder.Kind) -> Ladder.Finder? {
        guard let mapping = entry.mapping(of: ["by", "role", "kinds", "function"]),
            let by = mapping.required("by"),
            let way = by.word(
                Label(zh: "寻找责任人的方式", en: "way to find a holder"), of: Ladder.Way.self)
        else { return nil }
        guard kind.ways.contains(way) else {
            entry.log.record(
                .unknownWord, at: by.place,
                Label(
                    zh: "`\(way.rawValue)` 找不到人",
                    en: "`\(way.rawValue)` leads from no \(kind.rawValue) to an officer"),
                Label { language in
                    language("这里可用：", "here: ")
                        + language.list(kind.ways.map { "`\($0.rawValue)`" })
                })
            return nil
        }
        let role = mapping["role"]?.word(Label(zh: "角色", en: "role"), of: Right.Role.self)
        if role == nil, needsRole(way) {
            entry.log.record(
                .missingKey, at: entry.place,
                Label(
                    zh: "`by: \(way.rawValue)` 旁缺少 `role`",
                    en: "`role` is missing beside `by: \(way.rawValue)`"),
                Label(
                    zh: "请加上 `role: …`：告知在那里有此角色的人",
                    en: "add `role: …`: whoever holds it there is told"))
        }
        let kinds = (mapping["kinds"]?.list() ?? []).compactMap {
            $0.word(Label(zh: "单位种类", en: "kind of unit"), of: Unit.Kind.self)
        }
        return Ladder.Finder(
            way: way, role: role, kinds: kinds, function: mapping["function"]?.text()?.value)
    }

    private static func needsRole(_ way: Ladder.Way) -> Bool {
        ![.assigned, .filer, .itself].contains(way) && !way.isPairing
    }

    private static func levelByHand(_ entry: Entry) -> Ladders.LevelByHand? {
        guard let mapping = entry.mapping(of: ["level", "label"]),
            let number = mapping.required("level")?.integer(in: 0...9)
        else { return nil }
        return Ladders.LevelByHand(level: number, label: mapping.label())
    }
}
