/// Names a confidential issue where its own number would tell whose it is. Term: 保密编号.
///
/// An issue's number begins with that of its case, which the other issues of the enterprise bear too.
/// This one comes from the digest of the event that made the issue confidential, as a rule its first:
/// whoever may read the history computes it, and nobody finds the issue by it.
package enum ConfidentialNumber {
    /// Computes the number: `BM-` and the first sixteen digits of the digest.
    ///
    /// - Parameter events: the issue's from its first on, ordered by sequence.
    /// - Returns: nil where none of them made it confidential.
    package static func of(_ events: some Sequence<IssueEvent>) -> String? {
        var attributes = Attributes()
        for event in events {
            attributes.overlay(event.body.set)
            guard attributes.isConfidential else { continue }
            return "BM-" + Hexadecimal.text(event.digest.prefix(8)).uppercased()
        }
        return nil
    }
}
