import Languages

/// What is wrong with a request or a line before anybody looks at what it asks for.
package enum RequestFault: Error, Sendable {
    case unauthenticated
    case malformed(zh: String, en: String)
    case bodyTooLarge
    /// The body says that it is something else, or does not say what it is.
    case notJSON
    /// The sender left in the middle, or what it sent is no HTTP.
    case brokenBody
    /// The bodies that are being read hold too much together.
    case busy
    case keyMissing
    case keyMalformed
    case versionMissing
    case versionMalformed
    case tooMany(retryAfter: Int)
    case noPicture
    case badLine(zh: String, en: String)

    /// The problem that the fault is to whoever asked.
    package var problem: ProblemCode {
        switch self {
        case .unauthenticated: .unauthenticated
        case .malformed: .malformed
        case .bodyTooLarge: .bodyTooLarge
        case .notJSON: .notJSON
        case .brokenBody: .brokenBody
        case .busy: .busy
        case .keyMissing: .keyMissing
        case .keyMalformed: .keyMalformed
        case .versionMissing: .versionMissing
        case .versionMalformed: .versionMalformed
        case .tooMany: .tooMany
        case .noPicture: .noPicture
        case .badLine: .badLine
        }
    }

    package var text: ProblemText {
        var text = ProblemText(problem)
        switch self {
        case .unauthenticated, .bodyTooLarge, .notJSON, .brokenBody, .keyMissing, .keyMalformed,
            .versionMissing, .versionMalformed, .noPicture:
            break
        case .busy: text.retryAfter = 2
        case .tooMany(let seconds):
            text.hint = Label(zh: "请\(seconds)秒后再试。", en: "Try again in \(seconds) seconds.")
            text.retryAfter = seconds
        case .malformed(let zh, let en), .badLine(let zh, let en):
            text.detail = Label(zh: zh, en: en)
        }
        return text
    }
}
