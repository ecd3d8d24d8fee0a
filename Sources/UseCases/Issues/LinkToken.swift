import Casework
import Crypto

/// The secret of an enterprise's link.
package struct LinkToken: Sendable {
    /// Whether it can be one at all.
    package let isWellFormed: Bool
    /// SHA-256.
    package let digest: [UInt8]

    package init(_ text: String) {
        isWellFormed = text.hasPrefix("zl_") && text.utf8.count <= 100
        digest = Array(SHA256.hash(data: Array(text.utf8)))
    }

    /// Names it without telling it.
    package var name: String { Hexadecimal.text(digest) }
}
