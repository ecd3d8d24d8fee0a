import Casework

/// What goes out for one delivery, ready to be sent.
struct Letter: Sendable {
    let words: MessageWords
    /// The body of a webhook.
    let body: [UInt8]
    let person: Person
}
