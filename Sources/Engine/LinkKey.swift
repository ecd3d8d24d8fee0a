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
        let message = Array("zhuqi.link.1/\(issue)/\(number)".utf8)
        let code = HMAC<SHA256>.authenticationCode(for: message, using: key)
        return "zl_" + Hexadecimal.text(Array(code).prefix(20))
    }

    /// The secret by which one generation of a subscription signs: 32 bytes.
    package func webhookSecret(of subscription: SubscriptionID, generation: Int) -> [UInt8] {
        let message = Array("zhuqi.webhook.1/\(subscription)/\(generation)".utf8)
        return Array(HMAC<SHA256>.authenticationCode(for: message, using: key))
    }

    /// What the database keeps of a token.
    package static func digest(of token: String) -> [UInt8] {
        Array(SHA256.hash(data: Array(token.utf8)))
    }
}
