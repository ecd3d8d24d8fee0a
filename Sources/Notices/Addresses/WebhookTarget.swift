import Foundation

/// The parts of a webhook's address.
package struct WebhookTarget: Hashable, Sendable {
    /// Without brackets.
    package let host: String
    package let port: Int
    package let isEncrypted: Bool
    /// The text with its host as it stands here, so that whoever reads it sees the same one.
    package let url: String

    /// - Throws: what is wrong with the text, whatever it leads to.
    package init(_ text: String) throws(AddressGuard.Refusal) {
        guard text.utf8.count <= AddressGuard.longest else { throw .tooLong }
        guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }),
            var parts = URLComponents(string: text),
            let scheme = parts.scheme?.lowercased(), ["http", "https"].contains(scheme)
        else { throw .notHTTP }
        guard parts.user == nil, parts.password == nil else { throw .hasUserInfo }
        guard parts.fragment == nil else { throw .hasFragment }
        let host = (parts.host ?? "").trimmingCharacters(in: CharacterSet(charactersIn: "[]"))
        guard !host.isEmpty, host.utf8.count <= 253 else { throw .noHost }
        isEncrypted = scheme == "https"
        port = parts.port ?? (isEncrypted ? 443 : 80)
        guard (1...65535).contains(port) else { throw .noHost }
        self.host = host.lowercased()
        guard NetworkAddress(self.host) != nil || Self.isName(self.host) else { throw .noHost }
        parts.scheme = scheme
        parts.host = parts.host?.lowercased()
        guard let url = parts.string else { throw .noHost }
        self.url = url
    }

    /// Labels of letters, digits, hyphens and underscores, without an empty one.
    private static func isName(_ host: String) -> Bool {
        host.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
            (1...63).contains(label.utf8.count)
                && label.utf8.allSatisfy { byte in
                    byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
                        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                        || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                }
        }
    }

    /// The address where the host is written as one.
    package var literal: NetworkAddress? { NetworkAddress(host) }

    /// Tells whether resolvers may take the host for a number, e.g. `127.1` or `0x7f000001`.
    package var isNumeric: Bool {
        guard let last = host.split(separator: ".").last else { return true }
        return last.allSatisfy(\.isNumber) || last.hasPrefix("0x")
    }
}
