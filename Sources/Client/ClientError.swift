package import APIModel

/// Tells why a call brought no answer.
package enum ClientError: Error, Hashable, Sendable {
    /// The server said no, and why.
    case problem(Problem)
    /// No whole answer came; whether the call took effect is unknown, unless nothing was reached.
    case unreachable(Unanswered)
    /// An answer came that is not of this API.
    case unexpected(status: Int, String)
}
