import Casework
package import Engine

extension LinkKey {
    /// The secret by which one generation of a subscription signs: 32 bytes.
    package func webhookSecret(of subscription: SubscriptionID, generation: Int) -> [UInt8] {
        derived(from: "zhuqi.webhook.1/\(subscription)/\(generation)")
    }
}
