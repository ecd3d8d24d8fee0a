/// Reads telephone numbers as people write them: 7 to 15 digits in groups, with a `+` before and one
/// space, one hyphen or parentheses between; an extension may follow after 转, ext., x or #.
package struct TelephoneNumber: Hashable, Sendable {
    /// Whether 转, ext., x or # and more digits follow.
    package let hasExtension: Bool
    /// What is dialled to reach it, without the extension, and without what stands between.
    package let digits: String

    /// Source: E.164 has 15 digits at most; the shortest numbers of a town have 7.
    package static let digitCount = 7...15

    /// Each group but the first has something before it that parts it: so it is read in one way.
    private static var form: Regex<(Substring, number: Substring, extension: Substring?)> {
        /(?<number>\+?(?:\([0-9]+\)[ \-]?)?[0-9]+(?:[ \-][0-9]+|[ \-]?\([0-9]+\)[ \-]?[0-9]+)*)(?<extension> ?(?:转|ext\.?|x|#) ?[0-9]{1,8})?/
    }

    /// Nil for what is no telephone number.
    package init?(_ text: String) {
        guard text.utf8.count <= 60, let match = text.wholeMatch(of: Self.form) else { return nil }
        let digits = match.number.filter(\.isWholeNumber)
        guard Self.digitCount.contains(digits.count) else { return nil }
        self.digits = digits
        hasExtension = match.extension != nil
    }
}
