/// Why a token lets nobody in. The answer never says which.
package enum TokenRefusal: String, Sendable {
    case missing, unknown, expired, revoked
    /// Its person has left, or has no role any more.
    case withoutRole
}
