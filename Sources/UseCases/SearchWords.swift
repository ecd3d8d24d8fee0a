/// Judges the words that are searched for.
package enum SearchWords {
    private static let most = 100

    /// - Returns: nil where nothing is searched for.
    /// - Throws: `badParameter` for blanks alone, which would find everything, and for more than is
    ///   looked at.
    package static func checked(_ text: String?) throws(InputFault) -> String? {
        guard let text else { return nil }
        guard !text.allSatisfy(\.isWhitespace) else {
            throw .badParameter("q", zh: "请写出要检索的词。", en: "name the words to look for")
        }
        guard text.count <= most else {
            throw .badParameter(
                "q", zh: "检索内容最多 \(most) 个字。", en: "may have \(most) characters at most")
        }
        return text
    }
}
