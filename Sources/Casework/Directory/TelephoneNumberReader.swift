/// Reads the parts of a telephone number byte by byte: an expression would be compiled for each of the
/// numbers of a filing.
///
/// Each group but the first has something before it that parts it: so it is read in one way.
struct TelephoneNumberReader {
    private let bytes: [UInt8]
    private var place = 0
    /// Those of the number, without the extension.
    private(set) var digits = ""

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    var isAtEnd: Bool { place == bytes.count }

    /// Reads `+86 (0371) 6718-0000`; false where there is no such thing.
    mutating func readNumber() -> Bool {
        _ = take("+")
        if take("(") {
            guard readDigits(), take(")") else { return false }
            _ = take(" ") || take("-")
        }
        guard readDigits() else { return false }
        while readGroup() {}
        return true
    }

    /// Reads ` ext. 12`; false where there is no such thing, or not all of it, and nothing is read then.
    mutating func readExtension() -> Bool {
        let start = place
        _ = take(" ")
        guard take("转") || take("ext.") || take("ext") || take("x") || take("#") else {
            place = start
            return false
        }
        _ = take(" ")
        let first = place
        while nextDigit() != nil { place += 1 }
        guard (1...8).contains(place - first) else {
            place = start
            return false
        }
        return true
    }

    /// Reads `-0000` or ` (0371) 6718`; where neither follows, nothing is read.
    private mutating func readGroup() -> Bool {
        let (start, before) = (place, digits)
        let isParted = take(" ") || take("-")
        if take("(") {
            if readDigits(), take(")") {
                _ = take(" ") || take("-")
                if readDigits() { return true }
            }
        } else if isParted, readDigits() {
            return true
        }
        (place, digits) = (start, before)
        return false
    }

    private mutating func readDigits() -> Bool {
        let start = place
        while let digit = nextDigit() {
            digits.unicodeScalars.append(digit)
            place += 1
        }
        return place > start
    }

    private mutating func take(_ text: StaticString) -> Bool {
        text.withUTF8Buffer { sought in
            guard bytes[place...].starts(with: sought) else { return false }
            place += sought.count
            return true
        }
    }

    private func nextDigit() -> Unicode.Scalar? {
        guard place < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[place])
        else { return nil }
        return Unicode.Scalar(bytes[place])
    }
}
