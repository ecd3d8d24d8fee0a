import Casework

extension Refusal {
    /// The name of the case alone, without what it carries.
    var kind: String { String("\(self)".prefix { $0 != "(" }) }

    /// Whether the principal has no right to the action.
    func forbids(_ action: String) -> Bool {
        if case .forbidden(let forbidden, _) = self { forbidden.name == action } else { false }
    }
}
