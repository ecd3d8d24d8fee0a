/// Decodes a value from its text and reports a refusal at its place.
func decoded<Value>(
    from decoder: any Decoder,
    read: (String) throws(WorkingTimeRefusal) -> Value
) throws -> Value {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    do throws(WorkingTimeRefusal) {
        return try read(text)
    } catch {
        throw DecodingError.dataCorruptedError(in: container, debugDescription: error.description)
    }
}

/// Writes a number with leading zeros.
func padded(_ value: Int64, _ width: Int) -> String {
    let digits = String(value.magnitude)
    let zeros = String(repeating: "0", count: max(0, width - digits.utf8.count))
    return (value < 0 ? "-" : "") + zeros + digits
}

/// Reads ASCII text from left to right.
struct TextReader {
    private let bytes: [UInt8]
    private var position = 0

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    var isAtEnd: Bool { position == bytes.count }

    /// Takes the character when it is next.
    mutating func takes(_ character: Character) -> Bool {
        guard position < bytes.count, bytes[position] == character.asciiValue else { return false }
        position += 1
        return true
    }

    /// Takes exactly so many digits, or nothing.
    mutating func number(digits: Int) -> Int64? {
        let taken = bytes[position...].prefix(digits)
        guard taken.count == digits, taken.allSatisfy(isDigit) else { return nil }
        position += digits
        return taken.reduce(Int64(0)) { $0 * 10 + Int64($1 - 48) }
    }

    /// Takes all digits that follow.
    mutating func digits() -> String {
        let taken = bytes[position...].prefix(while: isDigit)
        position += taken.count
        return String(decoding: taken, as: UTF8.self)
    }

    /// Takes all that is left.
    mutating func rest() -> String {
        defer { position = bytes.count }
        return String(decoding: bytes[position...], as: UTF8.self)
    }

    private func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
}
