/// Tells why no whole answer came from a server.
package struct Unanswered: Hashable, Sendable {
    package enum Cause: Hashable, Sendable {
        /// No attempt reached the server: the call had no effect.
        case notConnected
        case brokenOff
        case timedOut
    }

    package let server: ServerAddress
    package let cause: Cause
    /// As the system words it.
    package let reason: String

    package init(server: ServerAddress, cause: Cause, reason: String) {
        self.server = server
        self.cause = cause
        self.reason = reason
    }
}
