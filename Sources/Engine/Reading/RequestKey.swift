package import Casework
package import WorkingTime

/// What makes a request count once: who sent it under which key, and what it asked for.
package struct RequestKey: Hashable, Sendable {
    package let person: PersonID
    package let key: CommandKey
    package let requestDigest: [UInt8]
    /// Wall clock.
    package let receivedAt: Instant

    package init(person: PersonID, key: CommandKey, requestDigest: [UInt8], receivedAt: Instant) {
        self.person = person
        self.key = key
        self.requestDigest = requestDigest
        self.receivedAt = receivedAt
    }
}

/// What came of a request.
package struct Answered<Value: Codable & Sendable>: Sendable {
    package let value: Value
    /// True where it was carried out before, under the same key.
    package let isReplay: Bool

    package init(_ value: Value, isReplay: Bool) {
        self.value = value
        self.isReplay = isReplay
    }
}
