/// Holds a decoded answer beside the bytes it was decoded from.
package struct Reply<Value: Sendable>: Sendable {
    package let value: Value
    /// The body as it came.
    package let body: [UInt8]
    /// True where the server repeated its first answer to the same key.
    package let isReplayed: Bool

    package init(value: Value, body: [UInt8], isReplayed: Bool) {
        self.value = value
        self.body = body
        self.isReplayed = isReplayed
    }
}
