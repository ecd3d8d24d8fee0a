package import APIModel
package import Languages

/// Says what is wrong with one field.
package struct FieldText: Sendable {
    package let pointer: String
    package let detail: Label
    /// What people call the field; nil where it has no other name than its pointer.
    package let label: Label?

    package init(pointer: String, detail: Label, label: Label? = nil) {
        self.pointer = pointer
        self.detail = detail
        self.label = label
    }
}

/// Words a problem in both languages: what its code says, and what this request adds to that.
package struct ProblemText: Sendable {
    package let code: String
    package let status: Int
    package let title: Label
    package var hint: Label
    package var detail: Label?
    package var errors: [FieldText]?
    package var allowed: [String]?
    package var failedGuard: String?
    package var version: Int?
    /// Seconds for Retry-After.
    package var retryAfter: Int?

    package init(_ code: ProblemCode) {
        self.init(code: code.rawValue, status: code.status, title: code.title, hint: code.hint)
    }

    package init(code: String, status: Int, title: Label, hint: Label) {
        self.code = code
        self.status = status
        self.title = title
        self.hint = hint
    }

    /// What a problem's `type` says.
    package static func type(_ code: String) -> String { "urn:zhuqi:problem:\(code)" }

    package func problem(in language: Language) -> Problem {
        Problem(
            type: Self.type(code), title: title.text(in: language),
            status: status, detail: detail?.text(in: language), code: code,
            hint: hint.text(in: language),
            errors: errors?.map { error in
                Problem.FieldProblem(
                    pointer: error.pointer, detail: error.detail.text(in: language),
                    label: error.label?.text(in: language))
            }, allowed: allowed,
            failedGuard: failedGuard, version: version)
    }
}
