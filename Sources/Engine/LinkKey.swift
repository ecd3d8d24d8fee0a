package import Casework
import Crypto
import Foundation

/// Makes the tokens of enterprises' links from a secret key, so that no token is ever stored.
package struct LinkKey: Sendable {
    private let key: SymmetricKey

    /// - Parameter bytes: random; nil where there are fewer than 32.
    package init?(bytes: [UInt8]) {
        guard bytes.count >= 32 else { return nil }
        key = SymmetricKey(data: bytes)
    }

    /// A key of its own for a process: what is made from it ends with the process.
    package static func random() -> LinkKey { LinkKey(key: SymmetricKey(size: .bits256)) }

    private init(key: SymmetricKey) { self.key = key }

    /// The token of an issue's link, e.g. `zl_3f…` (43 characters).
    package func token(issue: IssueID, number: Int) -> String {
        "zl_" + Hexadecimal.text(derived(from: "zhuqi.link.1/\(issue)/\(number)").prefix(20))
    }

    /// A secret of 32 bytes that belongs to a purpose; each purpose begins with a name of its own.
    package func derived(from purpose: String) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Array(purpose.utf8), using: key))
    }

    /// What the database keeps of a token.
    package static func digest(of token: String) -> [UInt8] {
        Array(SHA256.hash(data: Array(token.utf8)))
    }
}
