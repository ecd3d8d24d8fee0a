import APIModel
import Languages

/// Finds the action that was typed, by its identifier or by what people call it.
struct TypedAction {
    let typed: String
    let language: Language

    /// Nil where the state leads to none that is called so.
    func item(in actions: ActionsAnswer) -> ActionsAnswer.Item? {
        let words = Vocabulary(
            actions.items.map {
                .init(name: $0.action, label: Label(zh: $0.label.zh, en: $0.label.en))
            })
        let name = words.name(of: typed)
        return actions.items.first { $0.action == name }
    }

    /// Throws: `usage` for an action that does not exist, `notAllowed` for one that can't be now.
    func allowedItem(in actions: ActionsAnswer) throws(StaffError) -> ActionsAnswer.Item {
        let allowed = actions.items.filter(\.isAllowed).map(\.action)
        guard let item = item(in: actions) else {
            let names = allowed.joined(separator: ", ")
            throw .usage(
                language(
                    "没有动作 \(typed)；现在可办：\(names)", "no action \(typed); possible now: \(names)"
                ).plain)
        }
        guard item.isAllowed else { throw .notAllowed(item, allowed: allowed) }
        return item
    }
}
