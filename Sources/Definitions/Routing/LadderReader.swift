import Casework
import Workflow

/// Reads `handling` and `service`, and the level that is turned to by hand.
enum LadderReader {
    static func ladders(_ entry: Entry) -> Ladders? {
        guard let root = entry.mapping(of: ["handling", "service", "byHand"]),
            let handling = root.required("handling"), let service = root.required("service")
        else { return nil }
        return Ladders(
            handling: ladder(handling), service: ladder(service),
            byHand: root["byHand"].flatMap(levelByHand))
    }

    private static func ladder(_ entry: Entry) -> Ladder {
        let levels = (entry.list() ?? []).compactMap(level)
        for (expected, level) in levels.enumerated() where level.value.level != expected {
            entry.log.record(
                .levelsDoNotRise, at: level.place,
                "level \(level.value.level) stands where level \(expected) is due",
                "list the levels one by one from 0")
        }
        return Ladder(levels: levels.map(\.value))
    }

    private static func level(_ entry: Entry) -> Placed<Ladder.Level>? {
        guard let mapping = entry.mapping(of: ["level", "label", "holders"]) else { return nil }
        let label = mapping.label()
        guard let number = mapping.required("level")?.integer(in: 0...6) else { return nil }
        let finders = (mapping.required("holders")?.list() ?? []).compactMap(finder)
        let level = Ladder.Level(level: number, label: label, finders: finders)
        return Placed(value: level, place: entry.place)
    }

    private static func finder(_ entry: Entry) -> Ladder.Finder? {
        guard let mapping = entry.mapping(of: ["by", "role", "kinds", "function"]),
            let way = mapping.required("by")?.word("way to find a holder", of: Ladder.Way.self)
        else { return nil }
        let role = mapping["role"]?.word("role", of: Right.Role.self)
        if role == nil, needsRole(way) {
            entry.log.record(
                .missingKey, at: entry.place, "`role` is missing beside `by: \(way.rawValue)`",
                "add `role: …`: whoever holds it there is told")
        }
        let kinds = (mapping["kinds"]?.list() ?? []).compactMap {
            $0.word("kind of unit", of: Unit.Kind.self)
        }
        return Ladder.Finder(
            way: way, role: role, kinds: kinds, function: mapping["function"]?.text()?.value)
    }

    private static func needsRole(_ way: Ladder.Way) -> Bool {
        ![.assigned, .filer, .pairing, .chain, .project].contains(way)
    }

    private static func levelByHand(_ entry: Entry) -> Ladders.LevelByHand? {
        guard let mapping = entry.mapping(of: ["level", "label"]),
            let number = mapping.required("level")?.integer(in: 0...9)
        else { return nil }
        return Ladders.LevelByHand(level: number, label: mapping.label())
    }
}
