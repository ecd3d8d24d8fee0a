import Workflow

/// Reads `states`: `dispatched: {kind: active, label: {…}}`.
enum StateReader {
    static func states(_ root: Mapping) -> [WorkflowDraft.State] {
        root.requiredNamed("states").map { state($0.key, $0.value) }
    }

    private static func state(_ name: Placed<String>, _ entry: Entry) -> WorkflowDraft.State {
        if [StateDefinition.unborn, TransitionReader.anyOpen, TransitionReader.same].contains(
            name.value)
        {
            entry.log.record(
                .reservedName, at: name.place,
                "`\(name.value)` means something else in `from` and `to`",
                "give the state another name")
        }
        if name.value.wholeMatch(of: /[A-Za-z][A-Za-z0-9]{0,59}/) == nil {
            entry.log.record(
                .badText, at: name.place, "`\(name.value.prefix(60))` can't be a state's name",
                "write letters and digits, a letter first")
        }
        let mapping = entry.mapping(of: ["kind", "label", "leftBy"])
        let kind = mapping?.required("kind")?.word("kind of state", of: StateDefinition.Kind.self)
        return WorkflowDraft.State(
            name: name,
            definition: StateDefinition(
                name: name.value, kind: kind ?? .active, label: mapping?.label() ?? .unread),
            leftBy: mapping?.texts("leftBy") ?? [])
    }
}
