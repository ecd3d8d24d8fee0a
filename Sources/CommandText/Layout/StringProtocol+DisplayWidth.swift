import CWideCharacters
import Glibc

extension StringProtocol {
    /// Counts the terminal columns that the text takes, as the C library knows them.
    package var displayWidth: Int {
        unicodeScalars.reduce(0) { $0 + $1.displayWidth }
    }

    /// Cuts the text so that it takes at most so many columns; what was cut ends in "…".
    package func cut(toWidth width: Int) -> String {
        guard displayWidth > width else { return String(self) }
        var kept = ""
        var used = 1
        for character in self {
            used += String(character).displayWidth
            guard used <= width else { break }
            kept.append(character)
        }
        return width < 1 ? "" : kept + "…"
    }

    package func padded(toWidth width: Int) -> String {
        self + String(repeating: " ", count: Swift.max(0, width - displayWidth))
    }
}

extension Unicode.Scalar {
    /// Combining marks take none; characters that the C library does not know take one.
    fileprivate var displayWidth: Int {
        guard value >= 0x80 else { return 1 }
        _ = Self.isLocaleSet
        let columns = wcwidth(wchar_t(value))
        return columns < 0 ? 1 : Int(columns)
    }

    /// `wcwidth` answers for the locale's character set; numbers and messages are left alone.
    private static let isLocaleSet = setlocale(LC_CTYPE, "C.UTF-8") != nil
}
