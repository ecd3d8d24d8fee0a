/// Finds the place where a text that was refused stops being JSON, for whoever wrote it.
///
/// Source: RFC 8259.
struct JSONScan {
    /// Units: bytes from the start.
    private struct Fault: Error {
        let place: Int
    }

    private let bytes: [UInt8]
    private var place = 0
    /// Where the first number stands that no reader holds.
    private var largeNumber: Int?
    /// The containers that are open, the outermost first; true for an object.
    private var objects: [Bool] = []

    /// What may come next.
    private enum Expected {
        case value, valueOrEnd, name, nameOrEnd, separatorOrEnd, nothing
    }

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Says why a text was refused; broken UTF-8 has no place.
    static func fault(in bytes: [UInt8]) -> JSONText.Fault {
        var scan = JSONScan(bytes)
        do throws(Fault) {
            try scan.run()
        } catch {
            return .notJSON(at: error.place)
        }
        return scan.largeNumber.map { .unboundedNumber(at: $0) } ?? .notJSON(at: nil)
    }

    private mutating func run() throws(Fault) {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
        var expected = Expected.value
        while skipSpace() { expected = try step(expected) }
        guard case .nothing = expected else { throw malformed }
    }

    private mutating func step(_ expected: Expected) throws(Fault) -> Expected {
        switch expected {
        case .value: return try value()
        case .valueOrEnd: return bytes[place] == UInt8(ascii: "]") ? close() : try value()
        case .name: return try name()
        case .nameOrEnd: return bytes[place] == UInt8(ascii: "}") ? close() : try name()
        case .separatorOrEnd: return try separatorOrEnd()
        case .nothing: throw malformed
        }
    }

    private mutating func separatorOrEnd() throws(Fault) -> Expected {
        let isObject = objects.last ?? false
        switch bytes[place] {
        case UInt8(ascii: ","):
            place += 1
            return isObject ? .name : .value
        case UInt8(ascii: "}") where isObject, UInt8(ascii: "]") where !isObject: return close()
        default: throw malformed
        }
    }

    private mutating func value() throws(Fault) -> Expected {
        switch bytes[place] {
        case UInt8(ascii: "{"): return open(.nameOrEnd)
        case UInt8(ascii: "["): return open(.valueOrEnd)
        case UInt8(ascii: "\""): try text()
        case UInt8(ascii: "t"): try word("true")
        case UInt8(ascii: "f"): try word("false")
        case UInt8(ascii: "n"): try word("null")
        default: try number()
        }
        return afterValue
    }

    private mutating func name() throws(Fault) -> Expected {
        guard bytes[place] == UInt8(ascii: "\"") else { throw malformed }
        try text()
        guard skipSpace(), take(UInt8(ascii: ":")) else { throw malformed }
        return .value
    }

    private mutating func open(_ expected: Expected) -> Expected {
        if case .nameOrEnd = expected { objects.append(true) } else { objects.append(false) }
        place += 1
        return expected
    }

    private mutating func close() -> Expected {
        objects.removeLast()
        place += 1
        return afterValue
    }

    private var afterValue: Expected { objects.isEmpty ? .nothing : .separatorOrEnd }

    private var malformed: Fault { Fault(place: place) }
}

/// Values without others in them.
extension JSONScan {
    private mutating func text() throws(Fault) {
        place += 1
        while place < bytes.count {
            let byte = bytes[place]
            switch byte {
            case UInt8(ascii: "\""):
                place += 1
                return
            case UInt8(ascii: "\\"): try escape()
            case 0x20...: place += 1
            default: throw malformed
            }
        }
        throw malformed
    }

    private mutating func escape() throws(Fault) {
        place += 1
        guard place < bytes.count else { throw malformed }
        let byte = bytes[place]
        place += 1
        if byte == UInt8(ascii: "u") {
            try codeUnits()
        } else if !"\"\\/bfnrt".utf8.contains(byte) {
            throw malformed
        }
    }

    /// Halves of a pair count only together.
    private mutating func codeUnits() throws(Fault) {
        let first = try codeUnit()
        guard !UTF16.isTrailSurrogate(first) else { throw malformed }
        guard UTF16.isLeadSurrogate(first) else { return }
        guard take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")),
            UTF16.isTrailSurrogate(try codeUnit())
        else { throw malformed }
    }

    private mutating func codeUnit() throws(Fault) -> UInt16 {
        var unit: UInt16 = 0
        for _ in 0..<4 {
            guard place < bytes.count, let digit = Self.hexadecimal(bytes[place]) else {
                throw malformed
            }
            unit = unit << 4 | digit
            place += 1
        }
        return unit
    }

    private mutating func word(_ word: StaticString) throws(Fault) {
        let isThere = word.withUTF8Buffer { bytes[place...].starts(with: $0) }
        guard isThere else { throw malformed }
        place += word.utf8CodeUnitCount
    }

    private mutating func number() throws(Fault) {
        let start = place
        defer {
            if largeNumber == nil, !Self.isHeld(bytes[start..<place]) { largeNumber = start }
        }
        _ = take(UInt8(ascii: "-"))
        if !take(UInt8(ascii: "0")) { try digits() }
        if take(UInt8(ascii: ".")) { try digits() }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            try digits()
        }
    }

    private static func isHeld(_ number: ArraySlice<UInt8>) -> Bool {
        let text = String(decoding: number, as: UTF8.self)
        let isWhole = number.allSatisfy { isDigit($0) || $0 == UInt8(ascii: "-") }
        return isWhole
            ? Int64(text) != nil || UInt64(text) != nil : Double(text)?.isFinite ?? false
    }

    /// Takes one digit at least.
    private mutating func digits() throws(Fault) {
        let start = place
        while place < bytes.count, Self.isDigit(bytes[place]) { place += 1 }
        guard place > start else { throw malformed }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard place < bytes.count, bytes[place] == byte else { return false }
        place += 1
        return true
    }

    /// - Returns: whether anything follows.
    private mutating func skipSpace() -> Bool {
        while place < bytes.count, Self.isSpace(bytes[place]) { place += 1 }
        return place < bytes.count
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func hexadecimal(_ byte: UInt8) -> UInt16? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt16(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt16(byte - UInt8(ascii: "A") + 10)
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt16(byte - UInt8(ascii: "a") + 10)
        default: nil
        }
    }
}
