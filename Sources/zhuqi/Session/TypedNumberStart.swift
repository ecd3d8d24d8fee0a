import WorkingTime

/// How the number of an issue begins, as it was typed: `47-1`, `47-`, `zq2026-47-1`, `ZQ2026-0000`.
struct TypedNumberStart {
    private let year: String?
    private let rest: [Substring]

    private static let digitsOfCase = 6

    /// Nil for what begins no number; digits alone are a word like others.
    init?(_ text: String) {
        let plain = HalfWidth.text(text).lowercased()
        let steps = plain.split(separator: "-", omittingEmptySubsequences: false)
        let hasYear = plain.hasPrefix("zq")
        let rest = hasYear ? steps.dropFirst() : steps[...]
        let isDigits = rest.allSatisfy {
            $0.allSatisfy { $0.isASCII && ($0.isNumber || $0 == ".") }
        }
        guard isDigits, hasYear || steps.count == 2 && steps[0].first?.isNumber == true else {
            return nil
        }
        year = hasYear ? String(steps[0].dropFirst(2)) : nil
        self.rest = Array(rest)
    }

    /// As the server writes numbers.
    ///
    /// - Parameter current: the year that is meant where none was typed.
    func text(in current: String?) -> String {
        guard let year = year ?? current else { return rest.joined(separator: "-") }
        // Only a case that is named whole has its zeros.
        guard let number = rest.first, rest.count > 1 else {
            return (["ZQ\(year)"] + rest).joined(separator: "-")
        }
        let zeros = String(repeating: "0", count: max(0, Self.digitsOfCase - number.count))
        return (["ZQ\(year)", zeros + number] + rest.dropFirst()).joined(separator: "-")
    }
}
