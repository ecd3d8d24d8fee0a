import Casework

extension Refusal {
    /// The name of the case alone, without what it carries.
    var kind: String { String("\(self)".prefix { $0 != "(" }) }
}
