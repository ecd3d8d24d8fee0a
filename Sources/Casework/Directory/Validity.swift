package import WorkingTime

/// The stretch of time in which something in the directory holds: from one instant up to another,
/// which it does not contain.
package struct Validity: Hashable, Sendable {
    /// Nil: it has always held.
    package let from: Instant?
    /// Nil: it holds until somebody ends it.
    package let until: Instant?

    package init(from: Instant? = nil, until: Instant? = nil) {
        self.from = from
        self.until = until
    }

    package static let always = Validity()

    package func holds(at instant: Instant) -> Bool {
        from.map { $0 <= instant } ?? true && until.map { instant < $0 } ?? true
    }

    /// Tells whether the two have some instant in common.
    package func overlaps(_ other: Validity) -> Bool {
        func begins(_ one: Validity, beforeTheEndOf other: Validity) -> Bool {
            guard let from = one.from, let until = other.until else { return true }
            return from < until
        }
        return begins(self, beforeTheEndOf: other) && begins(other, beforeTheEndOf: self)
    }
}
