import Workflow

/// Reads `by`: who may take an action.
struct RightReader {
    let people: [String: [Right]]
    let uses: NameUses

    /// Reads a list of `{role, relation, notSamePersonAs}`, `{people, notSamePersonAs}` or names
    /// of people.
    func rights(_ entry: Entry) -> [Placed<Right>] {
        entry.oneOrMore().flatMap { item in
            item.isScalar ? named(item, notSamePersonAs: []) : right(item)
        }
    }

    private func right(_ entry: Entry) -> [Placed<Right>] {
        guard let mapping = entry.mapping(of: ["role", "relation", "people", "notSamePersonAs"])
        else { return [] }
        let others = mapping.texts("notSamePersonAs").map(\.value)
        if let name = mapping["people"] { return named(name, notSamePersonAs: others) }
        guard let role = mapping.required("role")?.word("role", of: Right.Role.self),
            let relation = mapping.required("relation")?
                .word("relation", of: Right.Relation.self)
        else { return [] }
        let right = Right(role: role, relation: relation, notSamePersonAs: others)
        return [Placed(value: right, place: entry.place)]
    }

    private func named(_ entry: Entry, notSamePersonAs others: [String]) -> [Placed<Right>] {
        guard let name = entry.text() else { return [] }
        guard let rights = people[name.value] else {
            entry.log.recordUnknown(.unknownPeople, name, "people", known: people.keys.sorted())
            return []
        }
        uses.note(.people, name.value)
        return rights.map {
            let right = Right(
                role: $0.role, relation: $0.relation, notSamePersonAs: $0.notSamePersonAs + others)
            return Placed(value: right, place: name.place)
        }
    }
}
