import Languages

/// The number of an issue as it was typed: `zq2026-47-1` and `ZQ2026-000047-1` are one.
///
/// What is no number stands for itself.
struct TypedNumber: Hashable {
    /// Nil where none was typed: the server's.
    let year: String?
    /// The number of the case, without zeros before it, and the place in it.
    let rest: String

    init(_ text: String) {
        let number = IssueNumber(text)
        year = number?.year.map(String.init)
        rest = number?.rest ?? text
    }
}
