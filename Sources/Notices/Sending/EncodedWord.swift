import Foundation

/// Words of a header that are not ASCII.
///
/// Source: RFC 2047.
enum EncodedWord {
    /// Units: bytes of UTF-8 in one word, so that its line stays below 76 characters, the name of
    /// the header before the first included.
    private static let most = 39

    static func header(_ text: String) -> String {
        var words: [[UInt8]] = [[]]
        for character in text.unicodeScalars {
            let bytes = Array(String(character).utf8)
            if words[words.count - 1].count + bytes.count > most { words.append([]) }
            words[words.count - 1] += bytes
        }
        return words.map { "=?UTF-8?B?\(Data($0).base64EncodedString())?=" }
            .joined(separator: "\r\n ")
    }
}
