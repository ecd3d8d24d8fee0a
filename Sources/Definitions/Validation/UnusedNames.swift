/// Requires that whatever is named to be shared is used: an unused name is mostly a misspelt one.
enum UnusedNames: WorkflowValidator {
    static func check(_ draft: WorkflowDraft, log: FaultLog) {
        for (kind, name) in draft.shared.names
        where !draft.shared.uses.has(kind, name.value) {
            log.record(
                .unusedName, at: name.place, "no action uses the \(word(kind)) `\(name.value)`",
                "use it, or remove it")
        }
    }

    private static func word(_ kind: NameUses.Kind) -> String {
        switch kind {
        case .people: "people"
        case .field: "field"
        case .group: "group"
        }
    }
}
