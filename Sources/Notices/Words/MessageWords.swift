/// A message as a person reads it.
struct MessageWords: Hashable, Sendable {
    let subject: String
    let body: String
}
