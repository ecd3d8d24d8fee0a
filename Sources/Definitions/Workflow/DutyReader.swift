import Languages
import Workflow
import Yams

/// Reads `duties`: what each clock asks for, and what is owed in a state beside that.
///
/// `review: [approve, reject]` are the actions of which one is owed, the likeliest first;
/// `{sign: heads}` is owed by those people alone; `none` asks for nothing. Under a state
/// `{any: [grant, refuse], before: resolve}` is owed by the deadline of a clock, and a list of such
/// is several duties.
struct DutyReader {
    private static let nothing = "none"
    let shared: SharedNames

    func duties(_ root: Mapping) -> DutyDraft {
        guard let mapping = root["duties"]?.mapping(of: ["clocks", "states"]) else {
            return DutyDraft()
        }
        return DutyDraft(
            clocks: mapping.named("clocks").map {
                DutyDraft.OfClock(
                    clock: $0.key, asked: $0.value.bareWord == Self.nothing ? [] : asked($0.value))
            },
            states: mapping.named("states").flatMap { state, entry in asks(state, entry) })
    }

    private func asks(_ state: Placed<String>, _ entry: Entry) -> [DutyDraft.OfState] {
        let items = entry.oneOrMore()
        guard items.contains(where: isDated) else {
            return [DutyDraft.OfState(state: state, asked: items.compactMap(one), before: nil)]
        }
        return items.map { item in
            guard isDated(item), let mapping = item.mapping(of: ["any", "before"]) else {
                return DutyDraft.OfState(state: state, asked: asked(item), before: nil)
            }
            return DutyDraft.OfState(
                state: state, asked: mapping.required("any").map(asked) ?? [],
                before: mapping["before"]?.text())
        }
    }

    private func isDated(_ entry: Entry) -> Bool {
        entry.node.mapping?.contains { key, _ in
            key.scalar?.string == "any" || key.scalar?.string == "before"
        } ?? false
    }

    private func asked(_ entry: Entry) -> [DutyDraft.Asked] { entry.oneOrMore().compactMap(one) }

    private func one(_ entry: Entry) -> DutyDraft.Asked? {
        if entry.isMapping {
            guard entry.node.mapping?.count == 1, let pair = entry.mapping()?.pairs.first else {
                return entry.refuse(
                    Label(zh: "动作，或 `{动作: 人}`", en: "an action, or `{action: people}`"))
            }
            let rights = RightReader(people: shared.people, uses: shared.uses).rights(pair.value)
            return DutyDraft.Asked(action: pair.key, owedBy: rights)
        }
        return entry.text().map { DutyDraft.Asked(action: $0, owedBy: nil) }
    }
}
