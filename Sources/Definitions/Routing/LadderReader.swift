import Casework
import Workflow

/// Reads `levels`, and the one that is climbed by hand.
enum LadderReader {
    static func ladder(_ entry: Entry) -> Ladder? {
        guard let root = entry.mapping(of: ["levels", "byHand"]) else { return nil }
        let levels = (root.required("levels")?.list() ?? []).compactMap(level)
        for (expected, level) in levels.enumerated() where level.value.level != expected {
            entry.log.record(
                .levelsDoNotRise, at: level.place,
                "level \(level.value.level) stands where level \(expected) is due",
                "list the levels one by one from 0")
        }
        return Ladder(levels: levels.map(\.value), byHand: root["byHand"].flatMap(levelByHand))
    }

    private static func level(_ entry: Entry) -> Placed<Ladder.Level>? {
        guard let mapping = entry.mapping(of: ["level", "label", "role", "holder"]) else {
            return nil
        }
        let label = mapping.label()
        guard let number = mapping.required("level")?.integer(in: 0...9),
            let role = mapping.required("role")?.word("role", of: Right.Role.self),
            let holder = mapping.required("holder")?.word("holder", of: Ladder.Holder.self)
        else { return nil }
        let level = Ladder.Level(level: number, label: label, role: role, holder: holder)
        return Placed(value: level, place: entry.place)
    }

    private static func levelByHand(_ entry: Entry) -> Ladder.LevelByHand? {
        guard let mapping = entry.mapping(of: ["level", "label"]),
            let number = mapping.required("level")?.integer(in: 0...9)
        else { return nil }
        return Ladder.LevelByHand(level: number, label: mapping.label())
    }
}
