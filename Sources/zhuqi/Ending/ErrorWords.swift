import APIModel

/// Says what went wrong, what is known of it, and what to do about it.
struct ErrorWords: Hashable, Sendable {
    let message: String
    var details: [String] = []
    var hints: [String] = []
    /// The server's own document, where it refused.
    var problem: Problem?
    /// The command that sends the same again, where it is safe and worth it; a line for each where one
    /// can't.
    var repeatWith: String?

    /// For people: the message, and the rest below it.
    var lines: [String] {
        let again = repeatWith?.split(separator: "\n").map(String.init) ?? []
        return [message] + (details + hints + again).map { "  " + $0 }
    }
}
