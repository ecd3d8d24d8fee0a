/// Names what an enterprise may do through its link: the last step of the address that it posts to.
///
/// A workflow binds each to an action of its own, or to none.
package enum LinkDeed: String, Codable, Hashable, Sendable, ShapeChoice {
    case supplement, resume, withdraw, confirm, evaluate, object
}
