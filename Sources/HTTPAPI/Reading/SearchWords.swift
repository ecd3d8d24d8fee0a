import Hummingbird

/// Reads the words that are searched for.
enum SearchWords {
    private static let most = 100

    /// - Returns: nil where nothing is searched for.
    /// - Throws: `badParameter` for blanks alone, which would find everything, and for more than is
    ///   looked at.
    static func read(_ parameters: Parameters) throws(RequestFault) -> String? {
        guard let text = parameters.get("q") else { return nil }
        guard !text.allSatisfy(\.isWhitespace) else {
            throw .badParameter(name: "q", zh: "请写出要检索的词。", en: "name the words to look for")
        }
        guard text.count <= most else {
            throw .badParameter(
                name: "q", zh: "检索内容最多 \(most) 个字。", en: "may have \(most) characters at most")
        }
        return text
    }
}
