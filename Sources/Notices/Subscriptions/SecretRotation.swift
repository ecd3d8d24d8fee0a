package import WorkingTime

/// What a rotation made of a subscription's secret.
package struct SecretRotation: Codable, Hashable, Sendable {
    /// The number of the new secret.
    package let generation: Int
    /// Until when secrets before sign as well.
    package let previousUntil: Instant

    package init(generation: Int, previousUntil: Instant) {
        self.generation = generation
        self.previousUntil = previousUntil
    }
}
