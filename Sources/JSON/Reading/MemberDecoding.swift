/// Gives a type the members of an object by their names.
final class MemberDecoding<Key: CodingKey>: KeyedDecodingContainerProtocol {
    private let object: JSONElement
    private let start: Int
    private let end: Int
    /// Where the last member that was found ends: the next is mostly right there.
    private var place: Int

    init(_ element: JSONElement) throws {
        guard case .object = element.kind else {
            throw element.mismatch([String: Any].self)
        }
        object = element
        start = element.index + 1
        end = element.next - 1
        place = start
    }

    var codingPath: [any CodingKey] { object.path }

    var allKeys: [Key] {
        var keys: [Key] = []
        keys.reserveCapacity(object.count)
        object.forEachMember { name, _ in
            if let key = Key(stringValue: name.text) { keys.append(key) }
        }
        return keys
    }

    private func find(_ key: Key) -> JSONElement? {
        var name = key.stringValue
        return name.withUTF8 { name in
            search(name, from: place, to: end) ?? search(name, from: start, to: place)
        }
    }

    private func search(
        _ wanted: UnsafeBufferPointer<UInt8>, from first: Int, to last: Int
    ) -> JSONElement? {
        var here = first
        while here < last {
            let value = object.at(here + 1)
            let after = value.next
            if Self.equal(object.at(here).utf8, wanted) {
                place = after
                return value
            }
            here = after
        }
        return nil
    }

    private static func equal(
        _ one: UnsafeBufferPointer<UInt8>, _ other: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        one.count == other.count && one.elementsEqual(other)
    }

    private func found(_ key: Key) throws -> JSONElement {
        guard let value = find(key) else {
            throw DecodingError.keyNotFound(
                key, .init(codingPath: codingPath, debugDescription: "the member is missing"))
        }
        return value
    }

    /// What is null is as good as missing.
    private func present(_ key: Key) -> JSONElement? {
        find(key).flatMap { $0.isNull ? nil : $0 }
    }

    func contains(_ key: Key) -> Bool { find(key) != nil }
    func decodeNil(forKey key: Key) throws -> Bool { try found(key).isNull }
    func decode(_: Bool.Type, forKey key: Key) throws -> Bool { try found(key).value() }
    func decode(_: String.Type, forKey key: Key) throws -> String { try found(key).value() }
    func decode(_: Double.Type, forKey key: Key) throws -> Double { try found(key).value() }
    func decode(_: Float.Type, forKey key: Key) throws -> Float {
        Float(try found(key).value(Double.self))
    }
    func decode(_: Int.Type, forKey key: Key) throws -> Int { try found(key).value() }
    func decode(_: Int8.Type, forKey key: Key) throws -> Int8 { try found(key).value() }
    func decode(_: Int16.Type, forKey key: Key) throws -> Int16 { try found(key).value() }
    func decode(_: Int32.Type, forKey key: Key) throws -> Int32 { try found(key).value() }
    func decode(_: Int64.Type, forKey key: Key) throws -> Int64 { try found(key).value() }
    func decode(_: UInt.Type, forKey key: Key) throws -> UInt { try found(key).value() }
    func decode(_: UInt8.Type, forKey key: Key) throws -> UInt8 { try found(key).value() }
    func decode(_: UInt16.Type, forKey key: Key) throws -> UInt16 { try found(key).value() }
    func decode(_: UInt32.Type, forKey key: Key) throws -> UInt32 { try found(key).value() }
    func decode(_: UInt64.Type, forKey key: Key) throws -> UInt64 { try found(key).value() }
    func decode<Value: Decodable>(_: Value.Type, forKey key: Key) throws -> Value {
        try found(key).decode()
    }

    func decodeIfPresent(_: Bool.Type, forKey key: Key) throws -> Bool? {
        try present(key)?.value()
    }
    func decodeIfPresent(_: String.Type, forKey key: Key) throws -> String? {
        try present(key)?.value()
    }
    func decodeIfPresent(_: Int.Type, forKey key: Key) throws -> Int? { try present(key)?.value() }
    func decodeIfPresent(_: Int64.Type, forKey key: Key) throws -> Int64? {
        try present(key)?.value()
    }
    func decodeIfPresent<Value: Decodable>(_: Value.Type, forKey key: Key) throws -> Value? {
        try present(key)?.decode()
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> {
        KeyedDecodingContainer(try MemberDecoding<Nested>(try found(key)))
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try ItemDecoding(try found(key))
    }

    func superDecoder() throws -> any Decoder { ElementDecoder(object) }
    func superDecoder(forKey key: Key) throws -> any Decoder { ElementDecoder(try found(key)) }
}
