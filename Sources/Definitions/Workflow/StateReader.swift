import Languages
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
                Label(
                    zh: "“\(name.value)”在 `from` 和 `to` 里另有含义",
                    en: "`\(name.value)` means something else in `from` and `to`"),
                Label(zh: "请给状态另取名称", en: "give the state another name"))
        }
        if name.value.wholeMatch(of: /[A-Za-z][A-Za-z0-9]{0,59}/) == nil {
            entry.log.record(
                .badText, at: name.place,
                Label(
                    zh: "“\(name.value.prefix(60))”不能用作状态名",
                    en: "`\(name.value.prefix(60))` can't be a state's name"),
                Label(zh: "请用字母和数字，以字母开头", en: "write letters and digits, a letter first"))
        }
        let mapping = entry.mapping(of: ["kind", "label", "leftBy"])
        let kind = mapping?.required("kind")?.word(
            Label(zh: "状态种类", en: "kind of state"), of: StateDefinition.Kind.self)
        return WorkflowDraft.State(
            name: name,
            definition: StateDefinition(
                name: name.value, kind: kind ?? .active, label: mapping?.label() ?? .unread),
            leftBy: mapping?.texts("leftBy") ?? [])
    }
}
