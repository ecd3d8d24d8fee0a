import Workflow

/// Reads a whole workflow file into a draft.
struct WorkflowReader {
    private static let keys = [
        "workflow", "label", "calendar", "defaultClass", "deliveryKind", "states", "categories",
        "classes", "clocks", "people", "fields", "groups", "actions",
    ]

    private let root: Mapping
    private let log: FaultLog

    init?(_ root: Entry) {
        guard let mapping = root.mapping(of: Self.keys) else { return nil }
        self.root = mapping
        log = root.log
    }

    func draft() -> WorkflowDraft {
        let states = StateReader.states(root)
        let shared = SharedNames(root)
        let actions = ActionReader(
            states: states.map(\.definition), shared: shared, log: log)
        return WorkflowDraft(
            id: text("workflow").value, label: root.label(), calendar: text("calendar").value,
            requiresDeliveryKind: requiresDeliveryKind, defaultClass: text("defaultClass"),
            states: states, categories: categories, classes: ClassReader.classes(root),
            clocks: ClockReader.clocks(root),
            actions: root.requiredNamed("actions").map { actions.action($0.key, $0.value) })
    }

    private func text(_ key: String) -> Placed<String> {
        root.required(key)?.text() ?? Placed(value: "", place: root.place)
    }

    private var requiresDeliveryKind: Bool {
        enum DeliveryKind: String, CaseIterable { case required, none }
        return root["deliveryKind"]?.word("delivery kind", of: DeliveryKind.self) == .required
    }

    private var categories: [WorkflowDefinition.Category] {
        root.requiredNamed("categories").map { code, entry in
            WorkflowDefinition.Category(code: code.value, label: entry.label())
        }
    }
}

/// Holds what actions refer to by name instead of writing it out: people, fields and groups.
struct SharedNames {
    let people: [String: [Right]]
    let fields: [String: FieldDefinition]
    let groups: [String: [Placed<Effect>]]

    init(_ root: Mapping) {
        let people = root.named("people").map { name, entry in
            (name.value, RightReader(people: [:]).rights(entry).map(\.value))
        }
        self.people = Dictionary(people) { first, _ in first }
        let fields = root.named("fields").map { name, entry in
            (name.value, FieldReader.shared(name, entry))
        }
        self.fields = Dictionary(fields) { first, _ in first }
        groups = root.named("groups").reduce(into: [:]) { groups, pair in
            groups[pair.key.value] = EffectReader(groups: groups).effects(pair.value)
        }
    }
}
