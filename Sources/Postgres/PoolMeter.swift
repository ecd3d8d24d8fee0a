/// Learns how a pool is used.
package protocol PoolMeter: Sendable {
    /// Somebody waited so long for a connection.
    func waited(_ wait: Duration)
    /// Statements are sent together on one of its connections.
    func tripped()
}
