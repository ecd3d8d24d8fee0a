import Casework
package import Engine
import Foundation
package import Notices

/// What whoever looks after notices needs to know of the sending of them.
package struct NoticeAccess: Sendable {
    let addressGuard: AddressGuard
    let wakeUp: WakeUp
    private let linkKey: LinkKey

    package init(addressGuard: AddressGuard, wakeUp: WakeUp, linkKey: LinkKey) {
        self.addressGuard = addressGuard
        self.wakeUp = wakeUp
        self.linkKey = linkKey
    }

    /// The secret in the form of Standard Webhooks.
    func secret(of subscription: SubscriptionID, generation: Int) -> String {
        let bytes = linkKey.webhookSecret(of: subscription, generation: generation)
        return "whsec_" + Data(bytes).base64EncodedString()
    }
}
