import APIModel

/// Says what went wrong, what is known of it, and what to do about it.
struct ErrorWords: Hashable, Sendable {
    let message: String
    var details: [String] = []
    var hints: [String] = []
    /// What stands before the first hint where people read it.
    var hintHeading = ""
    /// The server's own document, where it refused.
    var problem: Problem?
    /// The command that sends the same again, where it is safe and worth it; a line for each where one
    /// can't.
    var repeatWith: String?

    /// For people: the message, and the rest below it.
    var lines: [String] {
        let again = repeatWith?.split(separator: "\n").map(String.init) ?? []
        let headed = hints.prefix(1).map { hintHeading + $0 } + hints.dropFirst()
        return [message] + (details + headed + again).map { "  " + $0 }
    }
}
