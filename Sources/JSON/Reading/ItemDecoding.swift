/// Gives a type the items of a list, one after the other.
struct ItemDecoding: UnkeyedDecodingContainer {
    private let list: JSONElement
    private let end: Int
    private var place: Int
    private(set) var currentIndex = 0

    init(_ element: JSONElement) throws {
        guard case .list = element.kind else { throw element.mismatch([Any].self) }
        list = element
        end = element.next - 1
        place = element.index + 1
    }

    var codingPath: [any CodingKey] { list.path }
    /// Lists of more than the tape can count are counted by whoever reads to the end.
    var count: Int? { list.count < 0xFF_FFFF ? list.count : nil }
    var isAtEnd: Bool { place >= end }

    private mutating func take() throws -> JSONElement {
        guard !isAtEnd else {
            throw DecodingError.valueNotFound(
                Any.self, .init(codingPath: codingPath, debugDescription: "the list has ended"))
        }
        let item = list.at(place)
        place = item.next
        currentIndex += 1
        return item
    }

    mutating func decodeNil() throws -> Bool {
        guard !isAtEnd, list.at(place).isNull else { return false }
        _ = try take()
        return true
    }

    mutating func decode(_: Bool.Type) throws -> Bool { try take().value() }
    mutating func decode(_: String.Type) throws -> String { try take().value() }
    mutating func decode(_: Double.Type) throws -> Double { try take().value() }
    mutating func decode(_: Float.Type) throws -> Float { Float(try take().value(Double.self)) }
    mutating func decode(_: Int.Type) throws -> Int { try take().value() }
    mutating func decode(_: Int8.Type) throws -> Int8 { try take().value() }
    mutating func decode(_: Int16.Type) throws -> Int16 { try take().value() }
    mutating func decode(_: Int32.Type) throws -> Int32 { try take().value() }
    mutating func decode(_: Int64.Type) throws -> Int64 { try take().value() }
    mutating func decode(_: UInt.Type) throws -> UInt { try take().value() }
    mutating func decode(_: UInt8.Type) throws -> UInt8 { try take().value() }
    mutating func decode(_: UInt16.Type) throws -> UInt16 { try take().value() }
    mutating func decode(_: UInt32.Type) throws -> UInt32 { try take().value() }
    mutating func decode(_: UInt64.Type) throws -> UInt64 { try take().value() }
    mutating func decode<Value: Decodable>(_: Value.Type) throws -> Value { try take().decode() }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type
    ) throws -> KeyedDecodingContainer<Nested> {
        KeyedDecodingContainer(try MemberDecoding<Nested>(try take()))
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        try ItemDecoding(try take())
    }

    mutating func superDecoder() throws -> any Decoder { ElementDecoder(try take()) }
}
