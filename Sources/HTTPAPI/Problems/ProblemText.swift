import APIModel

/// Says what is wrong with one field; in Chinese too, where there is more to it than a word of the API.
struct FieldText {
    let pointer: String
    let detail: String
    var chinese: String?
}

/// Words a problem in both languages.
struct ProblemText {
    let status: Int
    let code: String
    let title: (zh: String, en: String)
    let hint: (zh: String, en: String)
    var detail: (zh: String, en: String)?
    var errors: [FieldText]?
    var allowed: [String]?
    var failedGuard: String?
    var version: Int?
    /// Seconds for Retry-After.
    var retryAfter: Int?

    init(
        _ status: Int, _ code: String, title: (zh: String, en: String),
        hint: (zh: String, en: String), detail: (zh: String, en: String)? = nil
    ) {
        self.status = status
        self.code = code
        self.title = title
        self.hint = hint
        self.detail = detail
    }

    func problem(in language: Language) -> Problem {
        let isEnglish = language == .english
        return Problem(
            type: "urn:zhuqi:problem:\(code)", title: isEnglish ? title.en : title.zh,
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
