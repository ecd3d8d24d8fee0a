import Casework
import Languages
import Workflow

/// Reads `actions`.
struct ActionReader {
    private static let keys = [
        "label", "automatic", "adoption", "telephones", "by", "from", "to", "transitions", "fields",
        "guards",
        "effects",
    ]

    let states: [StateDefinition]
    let shared: SharedNames
    let log: FaultLog

    func action(_ name: Placed<String>, _ entry: Entry) -> ActionDraft {
        if let administrative = AdministrativeAction.named(name.value) {
            log.record(
                .reservedName, at: name.place,
                Label(
                    zh: "“\(name.value)”是“\(administrative.label.zh)”专用的名称",
                    en: "`\(name.value)` is how \(administrative.purpose)"),
                Label(zh: "请另取名称", en: "give it another name"))
        }
        let mapping = entry.mapping(of: Self.keys)
        let effects = EffectReader(groups: shared.groups, uses: shared.uses)
        let transitions = TransitionReader(states: states, effects: effects, log: log)
        return ActionDraft(
            name: name, label: mapping?.label() ?? .unread,
            isAutomatic: mapping?["automatic"]?.boolean() ?? false,
            isAdoption: mapping?["adoption"]?.boolean() ?? false,
            isTelephoned: mapping?["telephones"]?.boolean() ?? false,
            namesPeople: mapping?["by"] != nil,
            rights: mapping?["by"].map(RightReader(people: shared.people, uses: shared.uses).rights)
                ?? [],
            transitions: mapping.map { transitions.transitions($0, of: name) } ?? [],
            fields: mapping?["fields"].map(
                FieldReader(fields: shared.fields, uses: shared.uses).fields) ?? [],
            guards: mapping?["guards"].map(GuardReader.guards) ?? [],
            effects: mapping?["effects"].map(effects.effects) ?? [])
    }
}
