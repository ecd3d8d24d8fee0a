import APIModel
import Client
import Languages

/// Finds the action that was typed, by its identifier or by what people call it.
struct TypedAction {
    let typed: String

    /// Nil where the issue's state leads to none that is called so.
    func item(in actions: ActionsAnswer) -> ActionsAnswer.Item? {
        let words = Vocabulary(
            actions.items.map {
                .init(name: $0.action, label: Label(zh: $0.label.zh, en: $0.label.en))
            })
        let name = words.name(of: typed)
        return actions.items.first { $0.action == name }
    }

    /// Finds it also where it is over by now. With a key that was used, the same must be sent as the first
    /// time: that takes the fields which the action has.
    ///
    /// Nil also where the server is too old to tell.
    func pastItem(
        of issue: String, in actions: ActionsAnswer, at client: APIClient
    ) async throws(ClientError) -> ActionsAnswer.Item? {
        if let item = item(in: actions) { return item }
        do {
            return item(in: try await client.actions(on: issue, describing: typed).value)
        } catch .problem(let problem) where problem.status == 400 {
            return nil
        } catch {
            throw error
        }
    }

    /// Throws: `notAllowed` for one that can't be now.
    func possibleItem(in actions: ActionsAnswer) throws(StaffError) -> ActionsAnswer.Item? {
        guard let item = item(in: actions), !item.isAllowed else { return item(in: actions) }
        throw .notAllowed(item, allowed: actions.items.filter(\.isAllowed).map(\.label))
    }
}
