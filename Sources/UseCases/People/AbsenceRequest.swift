/// A time away that somebody asks to be noted, as it was sent.
package struct AbsenceRequest: Hashable, Sendable {
    /// Whose it is, by login or name; nil: the author's.
    package let officer: String?
    /// The first day away, and the last, as people say them.
    package let from: String
    package let until: String
    /// A login or a name; nil: the standing deputies.
    package let deputy: String?
    package let reason: String?

    package init(
        officer: String?, from: String, until: String, deputy: String?, reason: String?
    ) {
        self.officer = officer
        self.from = from
        self.until = until
        self.deputy = deputy
        self.reason = reason
    }
}
