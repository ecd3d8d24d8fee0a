/// Keeps webhooks from reaching what lies inside: only public addresses, and what was allowed.
package struct AddressGuard: Sendable {
    /// Why an address of a webhook is refused, before anything is sent.
    package enum Refusal: Error, Hashable, Sendable {
        case tooLong
        case notHTTP
        case hasUserInfo
        case hasFragment
        case noHost
        /// Written as a number, or an address inside that was not allowed.
        case forbiddenAddress
        /// Without encryption only to what was allowed.
        case notEncrypted
    }

    package static let longest = 2000
    private let allowed: [AddressRange]

    package init(allowed: [AddressRange]) {
        self.allowed = allowed
    }

    /// Tells whether an address may be connected to.
    package func permits(_ address: NetworkAddress) -> Bool {
        isAllowed(address) || Self.isPublic(address)
    }

    /// Tells whether an address was allowed by name; only there may go what is not encrypted.
    package func isAllowed(_ address: NetworkAddress) -> Bool {
        allowed.contains { $0.contains(address) }
    }

    /// Checks what can be seen of an address without asking for its name.
    package func check(_ text: String) throws(Refusal) {
        let target = try WebhookTarget(text)
        if let literal = target.literal {
            guard permits(literal) else { throw .forbiddenAddress }
            guard target.isEncrypted || isAllowed(literal) else { throw .notEncrypted }
        } else if target.isNumeric {
            throw .forbiddenAddress
        } else if !target.isEncrypted, allowed.isEmpty {
            throw .notEncrypted
        }
    }

    private static func isPublic(_ address: NetworkAddress) -> Bool {
        if address.bytes.count == 4 { return !inside.contains { $0.contains(address) } }
        // Of IPv6 only what is routed as unicast, less what leads on to IPv4 or is for examples.
        return unicast.contains { $0.contains(address) }
            && !inside.contains { $0.contains(address) }
    }

    /// Source: IANA special-purpose address registries, RFC 6890.
    private static let inside = [
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16",
        "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16",
        "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
    ].compactMap(AddressRange.init)

    private static let unicast = ["2000::/3"].compactMap(AddressRange.init)
}
