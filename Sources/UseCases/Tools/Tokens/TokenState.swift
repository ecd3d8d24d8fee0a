package import Languages

/// What a personal token is good for.
package enum TokenState: String, Sendable {
    case lasting, revoked, expired
    /// Its person has left the service.
    case left

    package var label: Label {
        switch self {
        case .lasting: Label(zh: "有效", en: "lasting")
        case .revoked: Label(zh: "已作废", en: "revoked")
        case .expired: Label(zh: "已到期", en: "expired")
        case .left: Label(zh: "已离岗", en: "left")
        }
    }
}
