/// The number of an issue as it was typed: `zq2026-47-1` and `ZQ2026-000047-1` are one.
///
/// What is no number stands for itself.
struct TypedNumber: Hashable {
    /// With its letters, in small ones; nil where none was typed: the server's.
    let year: String?
    /// The number of the case, without zeros before it, and the place in it.
    let rest: String

    init(_ text: String) {
        let steps = text.split(separator: "-", omittingEmptySubsequences: false)
        guard steps.count == 2 || steps.count == 3 else {
            (year, rest) = (nil, text)
            return
        }
        year = steps.count == 3 ? steps[0].lowercased() : nil
        rest = "\(steps[steps.count - 2].drop { $0 == "0" })-\(steps[steps.count - 1])"
    }
}
