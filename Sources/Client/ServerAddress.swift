import APIModel
import Foundation

/// Says where a server of the API answers: scheme, host, port and, behind a proxy, a path.
package struct ServerAddress: Hashable, Sendable, CustomStringConvertible {
    /// Without a slash at its end.
    package let description: String

    /// Returns nil unless the text is an `http` or `https` address without query or user.
    package init?(_ text: String) {
        guard
            let parts = URLComponents(string: text), let host = parts.host, !host.isEmpty,
            parts.scheme == "http" || parts.scheme == "https",
            parts.query == nil, parts.fragment == nil, parts.user == nil, parts.password == nil
        else { return nil }
        description = text.hasSuffix("/") ? String(text.dropLast()) : text
    }

    /// Makes the address of a call.
    ///
    /// - Parameters:
    ///   - values: what stands for each name of the path, in their order.
    ///   - parameters: those without a value are left out.
    func url(
        _ path: APIPath, _ values: [String] = [],
        asking parameters: [(name: String, value: String?)] = []
    ) -> String {
        let path = path.filled(with: values).map { "/" + Self.escaped($0) }.joined()
        let query = parameters.compactMap { name, value in
            value.map { "\(name)=\(Self.escaped($0))" }
        }
        return description + path + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
    }

    /// Escapes all but the unreserved characters of RFC 3986.
    private static func escaped(_ text: String) -> String {
        text.utf8.map { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x2d, 0x2e, 0x5f, 0x7e:
                String(UnicodeScalar(byte))
            default: String(format: "%%%02X", byte)
            }
        }.joined()
    }
}
