import CommandText
import Foundation
import Languages

/// Prints a line in the language of the command line.
func say(zh: String, en: String) { print(CommandLanguage.current(zh, en)) }

func say(_ words: Label) { say(zh: words.zh, en: words.en) }

/// Writes lines to stderr.
enum StandardError {
    static func write(_ line: String) {
        FileHandle.standardError.write(Data("\(line)\n".utf8))
    }

    /// In the language of the command line.
    static func write(zh: String, en: String) { write(CommandLanguage.current(zh, en)) }

    static func write(_ words: Label) { write(zh: words.zh, en: words.en) }
}

extension BinaryInteger {
    /// The number with what it counts, as English words it: `1 issue`, `2 issues`.
    func english(_ one: String, _ many: String? = nil) -> String {
        "\(self) \(self == 1 ? one : many ?? one + "s")"
    }
}
