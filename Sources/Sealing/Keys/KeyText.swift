import Foundation

/// A form in which a key of Ed25519 is kept as text. Source: RFC 7468, RFC 8410.
struct KeyText: Sendable {
    private let title: String
    /// What stands before the 32 bytes of the key.
    private let prefix: [UInt8]

    /// PKCS #8.
    static let secret = KeyText(
        title: "PRIVATE KEY",
        prefix: [
            0x30, 0x2E, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x04, 0x22,
            0x04, 0x20,
        ])
    /// SubjectPublicKeyInfo.
    static let open = KeyText(
        title: "PUBLIC KEY",
        prefix: [0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00])

    func text(_ key: [UInt8]) -> String {
        [begin, Data(prefix + key).base64EncodedString(), end, ""].joined(separator: "\n")
    }

    /// The keys of the form that a text holds, in its order; keys of other kinds are left out.
    func bytes(in text: String) -> [[UInt8]] {
        text.components(separatedBy: begin).dropFirst().compactMap { part in
            let body = part.components(separatedBy: end)
            guard body.count == 2, let encoded = Self.base64(body[0]),
                encoded.starts(with: prefix), encoded.count == prefix.count + 32
            else { return nil }
            return Array(encoded.dropFirst(prefix.count))
        }
    }

    /// The 32 bytes of a text that is nothing but their base64.
    static func plain(_ text: String) -> [UInt8]? {
        base64(text).flatMap { $0.count == 32 ? $0 : nil }
    }

    private static func base64(_ text: String) -> [UInt8]? {
        Data(base64Encoded: text.filter { !$0.isWhitespace }).map(Array.init)
    }

    private var begin: String { "-----BEGIN \(title)-----" }
    private var end: String { "-----END \(title)-----" }
}
