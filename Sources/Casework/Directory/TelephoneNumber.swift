/// Reads telephone numbers as people write them: 7 to 15 digits in groups, with a `+` before and one
/// space, one hyphen or parentheses between; an extension may follow after 转, ext., x or #.
package struct TelephoneNumber: Hashable, Sendable {
    /// Whether 转, ext., x or # and more digits follow.
    package let hasExtension: Bool
    /// What is dialled to reach it, without the extension, and without what stands between.
    package let digits: String

    /// Source: E.164 has 15 digits at most; the shortest numbers of a town have 7.
    package static let digitCount = 7...15

    /// Nil for what is no telephone number.
    package init?(_ text: String) {
        guard text.utf8.count <= 60 else { return nil }
        var reader = TelephoneNumberReader(text)
        guard reader.readNumber(), Self.digitCount.contains(reader.digits.utf8.count) else {
            return nil
        }
        hasExtension = reader.readExtension()
        guard reader.isAtEnd else { return nil }
        digits = reader.digits
    }
}
