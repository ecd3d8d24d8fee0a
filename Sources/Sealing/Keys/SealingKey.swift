import Crypto
import Foundation

/// The secret key that signs seals. Source: RFC 8032, Ed25519.
package struct SealingKey: Sendable {
    package static let seedSize = 32

    private let secret: Curve25519.Signing.PrivateKey

    /// - Parameter seed: 32 bytes that nobody can guess.
    /// - Returns: nil where they are not 32.
    package init?(seed: [UInt8]) {
        guard seed.count == Self.seedSize else { return nil }
        do {
            secret = try Curve25519.Signing.PrivateKey(rawRepresentation: seed)
        } catch {
            return nil
        }
    }

    /// Reads the text of a key file: PEM (PKCS #8), or the 32 bytes in base64.
    ///
    /// - Returns: nil where it is no Ed25519 key.
    package init?(text: String) {
        let seed = KeyText.secret.bytes(in: text).last ?? KeyText.plain(text)
        guard let seed else { return nil }
        self.init(seed: seed)
    }

    /// The text of its file, PEM. Source: RFC 8410.
    package var text: String { KeyText.secret.text(Array(secret.rawRepresentation)) }

    package var verifyingKey: VerifyingKey { VerifyingKey(secret.publicKey) }

    package func signature(of bytes: [UInt8]) throws -> [UInt8] {
        Array(try secret.signature(for: bytes))
    }
}
