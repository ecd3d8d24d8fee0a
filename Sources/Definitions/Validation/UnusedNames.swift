import Languages

/// Requires that whatever is named to be shared is used: an unused name is mostly a misspelt one.
enum UnusedNames: WorkflowValidator {
    static func check(_ draft: WorkflowDraft, log: FaultLog) {
        for (kind, name) in draft.shared.names
        where !draft.shared.uses.has(kind, name.value) {
            log.record(
                .unusedName, at: name.place,
                Label(
                    zh: "没有动作用到\(word(kind).zh)“\(name.value)”",
                    en: "no action uses the \(word(kind).en) `\(name.value)`"),
                Label(zh: "请用上，或删去", en: "use it, or remove it"))
        }
    }

    private static func word(_ kind: NameUses.Kind) -> Label {
        switch kind {
        case .people: Label(zh: "人", en: "people")
        case .field: Label(zh: "字段", en: "field")
        case .group: Label(zh: "分组", en: "group")
        }
    }
}
