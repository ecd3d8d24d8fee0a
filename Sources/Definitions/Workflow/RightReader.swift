import Languages
import Workflow

/// Reads `by`: who may take an action.
struct RightReader {
    let people: [String: [Right]]
    let uses: NameUses

    /// What narrows a right, whoever holds it.
    private struct Bounds {
        var others: [String] = []
        var states: [String] = []
    }

    /// Reads a list of `{role, relation}`, `{people}` or names of people; the first two may have
    /// `notSamePersonAs` and `in`.
    func rights(_ entry: Entry) -> [Placed<Right>] {
        entry.oneOrMore().flatMap { item in
            item.isScalar ? named(item, Bounds()) : right(item)
        }
    }

    private func right(_ entry: Entry) -> [Placed<Right>] {
        let keys = ["role", "relation", "people", "notSamePersonAs", "in"]
        guard let mapping = entry.mapping(of: keys) else { return [] }
        let bounds = Bounds(
            others: mapping.texts("notSamePersonAs").map(\.value),
            states: mapping.texts("in").map(\.value))
        if let name = mapping["people"] { return named(name, bounds) }
        guard
            let role = mapping.required("role")?.word(
                Label(zh: "角色", en: "role"), of: Right.Role.self),
            let relation = mapping.required("relation")?
                .word(Label(zh: "关系", en: "relation"), of: Right.Relation.self)
        else { return [] }
        let right = Right(
            role: role, relation: relation, notSamePersonAs: bounds.others, states: bounds.states)
        return [Placed(value: right, place: entry.place)]
    }

    private func named(_ entry: Entry, _ bounds: Bounds) -> [Placed<Right>] {
        guard let name = entry.text() else { return [] }
        guard let rights = people[name.value] else {
            entry.log.recordUnknown(
                .unknownPeople, name, Label(zh: "人", en: "people"), known: people.keys.sorted())
            return []
        }
        uses.note(.people, name.value)
        return rights.map {
            let right = Right(
                role: $0.role, relation: $0.relation,
                notSamePersonAs: $0.notSamePersonAs + bounds.others,
                states: $0.states + bounds.states)
            return Placed(value: right, place: name.place)
        }
    }
}
