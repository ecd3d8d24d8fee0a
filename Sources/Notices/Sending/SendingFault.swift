/// How a try ended that did not deliver.
package struct SendingFault: Error, Hashable, Sendable {
    /// Stable words that operators see.
    package enum Reason: String, Sendable {
        case timeout, refused, unreachable, notResolved, forbiddenAddress, redirect, status, gone
        case tls, mail, notAllowed, unwanted, subscriptionEnded, unreadable, noLongerVisible

        /// Tells whether a receiver was asked and did not take it.
        var isOfReceiver: Bool {
            switch self {
            case .timeout, .refused, .unreachable, .notResolved, .forbiddenAddress, .redirect,
                .status, .gone, .tls, .mail:
                true
            case .notAllowed, .unwanted, .subscriptionEnded, .unreadable, .noLongerVisible: false
            }
        }
    }

    package enum Then: Hashable, Sendable {
        /// - Parameter after: what the receiver asked for, in seconds; nil: as planned.
        case retry(after: Int64?)
        /// Trying again would not help.
        case dead
        /// Its receiver may not see the issue any more.
        case hidden
        /// The receiver wants nothing any more.
        case end
    }

    package let reason: Reason
    package let status: Int?
    package let then: Then

    package init(_ reason: Reason, status: Int? = nil, then: Then = .retry(after: nil)) {
        self.reason = reason
        self.status = status
        self.then = then
    }
}
