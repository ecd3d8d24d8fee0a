import Foundation

/// Cuts text into pairs of characters, so that two Chinese characters are enough to search by index.
package enum Bigrams {
    /// Normalises as NFKC, lower case, without white space between the pairs' characters.
    package static func normalised(_ text: String) -> String {
        text.precomposedStringWithCompatibilityMapping.lowercased()
    }

    /// Lists each pair once, sorted.
    package static func all(of text: String) -> [String] {
        var pairs = Set<String>()
        for word in normalised(text).split(whereSeparator: { $0.isWhitespace || $0.isPunctuation })
        {
            let characters = Array(word)
            for (first, second) in zip(characters, characters.dropFirst()) {
                pairs.insert(String([first, second]))
            }
        }
        return pairs.sorted()
    }

    /// A pattern for each word of a text: all of them must occur.
    package static func patterns(_ text: String) -> [String] {
        text.split(whereSeparator: \.isWhitespace).map { pattern(String($0)) }
    }

    /// A pattern for LIKE that finds the text anywhere, its own wildcards taken literally.
    package static func pattern(_ text: String) -> String { "%" + beginning(text) }

    /// A pattern for LIKE that finds what begins with the text.
    static func beginning(_ text: String) -> String {
        let escaped = text.replacingOccurrences(of: "\\", with: "\\\\")
            .replacingOccurrences(of: "%", with: "\\%")
            .replacingOccurrences(of: "_", with: "\\_")
        return "\(escaped)%"
    }
}
