/// What a personal token is good for.
package enum TokenState: String, Sendable {
    case lasting, revoked, expired
    /// Its person has left the service.
    case left
}
