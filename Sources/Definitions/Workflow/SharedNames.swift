import Workflow

/// Holds what actions refer to by name instead of writing it out: people, fields and groups.
struct SharedNames {
    let people: [String: [Right]]
    let fields: [String: FieldDraft]
    let groups: [String: [Placed<Effect>]]
    let uses = NameUses()
    /// Every shared name in the order of the file, with what it names.
    let names: [(kind: NameUses.Kind, name: Placed<String>)]

    init(_ root: Mapping) {
        let uses = uses
        let people = root.named("people").map { name, entry in
            (name.value, RightReader(people: [:], uses: uses).rights(entry).map(\.value))
        }
        self.people = Dictionary(people) { first, _ in first }
        let fields = root.named("fields").map { name, entry in
            (name.value, FieldReader.shared(name, entry))
        }
        self.fields = Dictionary(fields) { first, _ in first }
        groups = root.named("groups").reduce(into: [:]) { groups, pair in
            groups[pair.key.value] = EffectReader(groups: groups, uses: uses).effects(pair.value)
        }
        names =
            root.named("people").map { (.people, $0.key) }
            + root.named("fields").map { (.field, $0.key) }
            + root.named("groups").map { (.group, $0.key) }
    }
}
