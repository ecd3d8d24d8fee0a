/// Tells why a request was not carried out (RFC 9457, `application/problem+json`).
package struct Problem: Codable, Hashable, Sendable, Error {
    /// Points at one field of the request that is wrong.
    package struct FieldProblem: Codable, Hashable, Sendable {
        /// A JSON pointer (RFC 6901) into the request's body, e.g. `/issues/0/category`.
        package let pointer: String
        package let detail: String
        /// What people call the field, where it has a label.
        package let label: String?

        package init(pointer: String, detail: String, label: String? = nil) {
            self.pointer = pointer
            self.detail = detail
            self.label = label
        }
    }

    package let type: String
    package let title: String
    package let status: Int
    package let detail: String?
    /// Stable, e.g. `CW201`.
    package let code: String
    /// What to do about it.
    package let hint: String
    package let errors: [FieldProblem]?
    /// What is allowed now, where an action was not: names for programs, which `hint` may word.
    package let allowed: [String]?
    /// The guard that refused, where one did: for programs, `detail` says it to people.
    package let failedGuard: String?
    /// The present version, where the given one is stale.
    package let version: Int?
    /// Names the request, as the header X-Request-Id and the server's log do.
    package var requestId: String?

    package init(
        type: String, title: String, status: Int, detail: String?, code: String, hint: String,
        errors: [FieldProblem]? = nil, allowed: [String]? = nil, failedGuard: String? = nil,
        version: Int? = nil
    ) {
        self.type = type
        self.title = title
        self.status = status
        self.detail = detail
        self.code = code
        self.hint = hint
        self.errors = errors
        self.allowed = allowed
        self.failedGuard = failedGuard
        self.version = version
    }
}
