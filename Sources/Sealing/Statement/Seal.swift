import Crypto
import JSON

/// A statement with its signature: what is kept, sent out, and checked.
///
/// Shape: `seal.json` holds the exact bytes of the statement, `seal.sig` a line
/// `zhuqi.signature.1 FINGERPRINT SIGNATURE`, hexadecimal.
package struct Seal: Sendable {
    package static let signatureFormat = "zhuqi.signature.1"

    /// Exactly as signed.
    package let bytes: [UInt8]
    package let statement: SealStatement
    /// Of the key that signed it.
    package let fingerprint: String
    package let signature: [UInt8]

    package init(_ statement: SealStatement, signedWith key: SealingKey) throws {
        bytes = try statement.encoded()
        self.statement = statement
        fingerprint = key.verifyingKey.fingerprint
        signature = try key.signature(of: bytes)
    }

    /// - Parameters:
    ///   - bytes: those of `seal.json`.
    ///   - signatureLine: that of `seal.sig`, with its end.
    /// - Throws: `SealMismatch.unreadable`, which names the file.
    package init(bytes: [UInt8], signatureLine: String) throws(SealMismatch) {
        let parts = signatureLine.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == Self.signatureFormat, parts[1].utf8.count == 64,
            HexDigits.bytes(String(parts[1])) != nil, parts[2].last == "\n",
            let signature = HexDigits.bytes(String(parts[2].dropLast())), signature.count == 64
        else { throw .unreadable("seal.sig") }
        do {
            statement = try JSONText.decode(from: bytes)
        } catch {
            throw .unreadable("seal.json")
        }
        guard statement.format == SealStatement.format else { throw .unreadable("seal.json") }
        self.bytes = bytes
        fingerprint = String(parts[1])
        self.signature = signature
    }

    package var signatureLine: String {
        "\(Self.signatureFormat) \(fingerprint) \(HexDigits.text(signature))\n"
    }

    /// Names the seal: SHA-256 over its statement.
    package var sha256: String { HexDigits.text(SHA256.hash(data: bytes)) }

    /// What the next seal says of this one.
    package var asPrevious: SealStatement.Previous {
        SealStatement.Previous(
            month: statement.month, root: statement.heads.root, sha256: sha256)
    }
}
