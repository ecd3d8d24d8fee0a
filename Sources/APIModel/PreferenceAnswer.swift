/// How a person is told by mail.
package struct PreferenceBody: Codable, Hashable, Sendable {
    /// `each`, `digest` or `none`.
    package let mail: String?
    package let quiet: Bool?
    package let language: String?

    package init(mail: String? = nil, quiet: Bool? = nil, language: String? = nil) {
        self.mail = mail
        self.quiet = quiet
        self.language = language
    }
}

package struct PreferenceAnswer: Codable, Hashable, Sendable {
    package let mail: String
    package let quiet: Bool
    package let language: String
    /// Where mail goes, most of it hidden; nil where the directory has no address.
    package let address: String?

    package init(mail: String, quiet: Bool, language: String, address: String?) {
        self.mail = mail
        self.quiet = quiet
        self.language = language
        self.address = address
    }
}
