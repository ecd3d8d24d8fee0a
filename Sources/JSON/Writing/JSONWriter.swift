/// Writes canonical JSON: no white space, members sorted by name, slashes as they are.
///
/// Digests cover its bytes: they never change. Members may be written in any order; those of an
/// object that came out of order are sorted where it ends.
package struct JSONWriter {
    package private(set) var bytes: [UInt8] = []
    private var open: [Container] = []
    /// Those of all open objects, the outermost object's first.
    private var members: [Member] = []
    private var scratch: [UInt8] = []

    private struct Container {
        let isObject: Bool
        /// Where its content begins among the bytes.
        let start: Int
        /// Where its members begin among all members.
        let firstMember: Int
        var isSorted = true
    }

    private struct Member {
        let name: String
        /// Where its name stands among the bytes.
        let start: Int
        var end: Int
    }

    package init(capacity: Int = 512) {
        bytes.reserveCapacity(capacity)
    }

    var depth: Int { open.count }

    package mutating func beginObject() { begin(UInt8(ascii: "{")) }
    package mutating func beginList() { begin(UInt8(ascii: "[")) }

    private mutating func begin(_ bracket: UInt8) {
        bytes.append(bracket)
        open.append(
            Container(
                isObject: bracket == UInt8(ascii: "{"), start: bytes.count,
                firstMember: members.count))
    }

    /// Says that the next value is the member of a name. Names are different in one object.
    package mutating func name(_ name: String) {
        let innermost = open.count - 1
        if members.count > open[innermost].firstMember {
            let last = members.count - 1
            members[last].end = bytes.count
            if open[innermost].isSorted, !Self.precedes(members[last].name, name) {
                open[innermost].isSorted = false
            }
            bytes.append(UInt8(ascii: ","))
        }
        members.append(Member(name: name, start: bytes.count, end: 0))
        text(name)
        bytes.append(UInt8(ascii: ":"))
    }

    /// Says that the next value is an item of the list that is open.
    package mutating func item() {
        if bytes.count > open[open.count - 1].start { bytes.append(UInt8(ascii: ",")) }
    }

    /// Closes the innermost container.
    package mutating func end() {
        let container = open.removeLast()
        guard container.isObject else {
            bytes.append(UInt8(ascii: "]"))
            return
        }
        if !container.isSorted { sort(container) }
        members.removeSubrange(container.firstMember...)
        bytes.append(UInt8(ascii: "}"))
    }

    /// Opens an object whose members come in the order of their names, which are not looked at.
    mutating func beginSorted() { bytes.append(UInt8(ascii: "{")) }

    /// Says that the next value is the member of a name that is written as it stands. After a value
    /// there is no brace that opens.
    mutating func begin(_ name: StaticString) {
        if bytes.last != UInt8(ascii: "{") { bytes.append(UInt8(ascii: ",")) }
        bytes.append(UInt8(ascii: "\""))
        name.withUTF8Buffer { bytes.append(contentsOf: $0) }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
    }

    /// Takes over a value that is canonical already.
    mutating func put(_ value: [UInt8]) { bytes.append(contentsOf: value) }

    mutating func endSorted() { bytes.append(UInt8(ascii: "}")) }

    /// The order of names: that of their bytes in UTF-8.
    package static func precedes(_ one: String, _ other: String) -> Bool {
        one.utf8.withContiguousStorageIfAvailable { one in
            other.utf8.withContiguousStorageIfAvailable { other in
                one.lexicographicallyPrecedes(other)
            }
        }.flatMap { $0 } ?? one.utf8.lexicographicallyPrecedes(other.utf8)
    }

    private mutating func sort(_ container: Container) {
        members[members.count - 1].end = bytes.count
        members[container.firstMember...].sort { Self.precedes($0.name, $1.name) }
        scratch.removeAll(keepingCapacity: true)
        for index in container.firstMember..<members.count {
            if index > container.firstMember { scratch.append(UInt8(ascii: ",")) }
            scratch.append(contentsOf: bytes[members[index].start..<members[index].end])
        }
        bytes.removeSubrange(container.start...)
        bytes.append(contentsOf: scratch)
    }
}

/// Values without others in them.
extension JSONWriter {
    package mutating func null() { bytes.append(contentsOf: "null".utf8) }

    package mutating func boolean(_ value: Bool) {
        bytes.append(contentsOf: (value ? "true" : "false").utf8)
    }

    package mutating func integer(_ value: some BinaryInteger) {
        if let small = UInt8(exactly: value), small < 10 {
            bytes.append(UInt8(ascii: "0") + small)
        } else {
            bytes.append(contentsOf: String(value).utf8)
        }
    }

    /// - Throws: `EncodingError` for what JSON has no number for.
    package mutating func number(_ value: Double) throws {
        guard value.isFinite else {
            throw EncodingError.invalidValue(
                value, .init(codingPath: [], debugDescription: "\(value) is no JSON number"))
        }
        let text = value.description
        bytes.append(contentsOf: text.hasSuffix(".0") ? text.dropLast(2).utf8 : text[...].utf8)
    }

    package mutating func text(_ value: String) {
        bytes.append(UInt8(ascii: "\""))
        var value = value
        value.withUTF8 { utf8 in
            var start = 0
            for place in utf8.indices where Self.isEscaped(utf8[place]) {
                bytes.append(contentsOf: utf8[start..<place])
                escape(utf8[place])
                start = place + 1
            }
            bytes.append(contentsOf: utf8[start...])
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func isEscaped(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private mutating func escape(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): bytes.append(contentsOf: #"\""#.utf8)
        case UInt8(ascii: "\\"): bytes.append(contentsOf: #"\\"#.utf8)
        case 0x08: bytes.append(contentsOf: #"\b"#.utf8)
        case 0x0C: bytes.append(contentsOf: #"\f"#.utf8)
        case 0x0A: bytes.append(contentsOf: #"\n"#.utf8)
        case 0x0D: bytes.append(contentsOf: #"\r"#.utf8)
        case 0x09: bytes.append(contentsOf: #"\t"#.utf8)
        default:
            bytes.append(contentsOf: #"\u00"#.utf8)
            bytes.append(Self.digits[Int(byte >> 4)])
            bytes.append(Self.digits[Int(byte & 15)])
        }
    }

    private static let digits = Array("0123456789abcdef".utf8)
}
