package import NIOCore

/// Says how many connections are served, and how long each may take over what.
package struct ConnectionLimits: Sendable {
    /// Connections that are served at once; to others is said that there are too many.
    package var most = 1000
    /// From the beginning of a connection to the end of its first request's headers.
    package var head = TimeAmount.seconds(15)
    /// From there to the end of the request's body.
    package var body = TimeAmount.seconds(30)
    /// From an answer to the end of the next request's headers.
    package var idle = TimeAmount.seconds(75)
    /// From the first byte of an answer until the last one is taken.
    package var answer = TimeAmount.seconds(60)
    /// From the signal to end until connections are closed whatever they wait for.
    package var stop = TimeAmount.seconds(10)
    /// Units: bytes of requests' bodies that are held at once, over all connections.
    package var bodies = 64 << 20

    package init() {}

    /// Those beyond the most, who are told so.
    var refused: Int { max(4, min(64, most / 8)) }

    /// From the beginning of a connection that is one too many until it is closed.
    static let refusal = TimeAmount.seconds(2)

    /// Leaves descriptors for everything else: lack of them stops more than new connections.
    ///
    /// - Parameter descriptors: how many the process may have open.
    package mutating func fit(within descriptors: Int, others: Int) {
        let left = max(16, descriptors - others)
        most = min(most, max(8, left - left / 8 - 4))
    }
}
