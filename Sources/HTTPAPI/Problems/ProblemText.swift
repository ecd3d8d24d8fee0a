import APIModel
import Workflow

/// Says what is wrong with one field; in Chinese too, where there is more to it than a word of the API.
struct FieldText {
    let pointer: String
    let detail: String
    var chinese: String?
}

/// Words a problem in both languages: what its code says, and what this request adds to that.
struct ProblemText {
    let code: String
    let status: Int
    let title: Label
    var hint: Label
    var detail: Label?
    var errors: [FieldText]?
    var allowed: [String]?
    var failedGuard: String?
    var version: Int?
    /// Seconds for Retry-After.
    var retryAfter: Int?

    init(_ code: ProblemCode) {
        self.init(code: code.rawValue, status: code.status, title: code.title, hint: code.hint)
    }

    init(code: String, status: Int, title: Label, hint: Label) {
        self.code = code
        self.status = status
        self.title = title
        self.hint = hint
    }

    /// What a problem's `type` says.
    static func type(_ code: String) -> String { "urn:zhuqi:problem:\(code)" }

    func problem(in language: Language) -> Problem {
        let isEnglish = language == .english
        return Problem(
            type: Self.type(code), title: isEnglish ? title.en : title.zh,
            status: status, detail: isEnglish ? detail?.en : detail?.zh, code: code,
            hint: isEnglish ? hint.en : hint.zh,
            errors: errors?.map { error in
                Problem.FieldProblem(
                    pointer: error.pointer,
                    detail: isEnglish ? error.detail : error.chinese ?? error.detail)
            }, allowed: allowed,
            failedGuard: failedGuard, version: version)
    }
}
