import Crypto
import Foundation

/// The public key by which everybody checks what was signed. Source: RFC 8032, Ed25519.
package struct VerifyingKey: Sendable {
    private let key: Curve25519.Signing.PublicKey

    init(_ key: Curve25519.Signing.PublicKey) { self.key = key }

    /// - Returns: nil where the bytes are no key.
    package init?(bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        do {
            key = try Curve25519.Signing.PublicKey(rawRepresentation: bytes)
        } catch {
            return nil
        }
    }

    /// Reads all keys of a file: PEM, one after the other, or one as the 32 bytes in base64.
    ///
    /// Shape: in the order of the file, the newest last.
    package static func all(in text: String) -> [VerifyingKey] {
        let found = KeyText.open.bytes(in: text)
        let keys = found.isEmpty ? KeyText.plain(text).map { [$0] } ?? [] : found
        return keys.compactMap(VerifyingKey.init(bytes:))
    }

    package var bytes: [UInt8] { Array(key.rawRepresentation) }

    /// The text of its file, PEM. Source: RFC 8410.
    package var text: String { KeyText.open.text(bytes) }

    /// Names the key: SHA-256 over its 32 bytes.
    package var fingerprint: String { HexDigits.text(SHA256.hash(data: bytes)) }

    package func signed(_ bytes: [UInt8], by signature: [UInt8]) -> Bool {
        key.isValidSignature(signature, for: bytes)
    }
}
