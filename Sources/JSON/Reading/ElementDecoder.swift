/// Lets a type read itself from a value of a text.
package struct ElementDecoder: Decoder {
    package let element: JSONElement

    init(_ element: JSONElement) {
        self.element = element
    }

    package var codingPath: [any CodingKey] { element.path }
    package var userInfo: [CodingUserInfoKey: Any] { [:] }

    package func container<Key: CodingKey>(
        keyedBy type: Key.Type
    ) throws -> KeyedDecodingContainer<Key> {
        KeyedDecodingContainer(try MemberDecoding<Key>(element))
    }

    package func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        try ItemDecoding(element)
    }

    package func singleValueContainer() throws -> any SingleValueDecodingContainer { self }
}

extension ElementDecoder: SingleValueDecodingContainer {
    package func decodeNil() -> Bool { element.isNull }
    package func decode(_ type: Bool.Type) throws -> Bool { try element.value() }
    package func decode(_ type: String.Type) throws -> String { try element.value() }
    package func decode(_ type: Double.Type) throws -> Double { try element.value() }
    package func decode(_ type: Float.Type) throws -> Float {
        Float(try element.value(Double.self))
    }
    package func decode(_ type: Int.Type) throws -> Int { try element.value() }
    package func decode(_ type: Int8.Type) throws -> Int8 { try element.value() }
    package func decode(_ type: Int16.Type) throws -> Int16 { try element.value() }
    package func decode(_ type: Int32.Type) throws -> Int32 { try element.value() }
    package func decode(_ type: Int64.Type) throws -> Int64 { try element.value() }
    package func decode(_ type: UInt.Type) throws -> UInt { try element.value() }
    package func decode(_ type: UInt8.Type) throws -> UInt8 { try element.value() }
    package func decode(_ type: UInt16.Type) throws -> UInt16 { try element.value() }
    package func decode(_ type: UInt32.Type) throws -> UInt32 { try element.value() }
    package func decode(_ type: UInt64.Type) throws -> UInt64 { try element.value() }
    package func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        try Value(from: self)
    }
}

extension JSONElement {
    var isNull: Bool {
        if case .null = kind { true } else { false }
    }

    func value(_ type: Bool.Type = Bool.self) throws -> Bool {
        guard case .boolean = kind else { throw mismatch(type) }
        return boolean
    }

    func value(_ type: String.Type = String.self) throws -> String {
        guard case .text = kind else { throw mismatch(type) }
        return text
    }

    func value(_ type: Double.Type = Double.self) throws -> Double {
        guard let number else { throw mismatch(type) }
        return number
    }

    func value<Value: FixedWidthInteger>(_ type: Value.Type = Value.self) throws -> Value {
        if case .large = kind, let value = Value(exactly: large) { return value }
        if let integer, let value = Value(exactly: integer) { return value }
        guard number == nil else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: path, debugDescription: "the number does not fit"))
        }
        throw mismatch(type)
    }

    func mismatch(_ type: Any.Type) -> DecodingError {
        let context = DecodingError.Context(
            codingPath: path, debugDescription: "the value is of another form")
        return isNull ? .valueNotFound(type, context) : .typeMismatch(type, context)
    }
}
