import Crypto
import Foundation

/// Signs webhooks.
///
/// Source: Standard Webhooks 1.0, symmetric signatures.
package enum WebhookSignature {
    /// One signature for each secret: after a rotation two hold for a while.
    package static func header(
        id: String, timestamp: Int64, body: [UInt8], secrets: [[UInt8]]
    ) -> String {
        let signed = Array("\(id).\(timestamp).".utf8) + body
        return secrets.map { secret in
            let code = HMAC<SHA256>.authenticationCode(
                for: signed, using: SymmetricKey(data: secret))
            return "v1," + Data(code).base64EncodedString()
        }.joined(separator: " ")
    }
}
