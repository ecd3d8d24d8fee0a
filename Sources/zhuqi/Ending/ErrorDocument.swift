import APIModel
import CommandText

/// An error as `--json` writes it: one document on the standard error.
struct ErrorDocument: Encodable {
    struct Failure: Encodable {
        /// The server's code of the problem, else the name of the status, e.g. `usage`.
        let code: String
        let exitStatus: Int32
        let message: String
        let details: [String]
        let hints: [String]
        /// The command that sends the same again, where that is safe.
        let repeatWith: String?
        /// The server's own document, where it refused.
        let problem: Problem?
    }

    let error: Failure

    init(_ words: ErrorWords, _ status: EndingStatus) {
        error = Failure(
            code: words.problem?.code ?? status.name, exitStatus: status.rawValue,
            message: words.message, details: words.details, hints: words.hints,
            repeatWith: words.repeatWith, problem: words.problem)
    }
}
