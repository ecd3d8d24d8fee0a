/// Lets a type write itself as canonical JSON.
package struct ElementEncoder: Encoder {
    private let sheet: Sheet
    /// How many containers are open around the value.
    private let depth: Int

    package var codingPath: [any CodingKey] { [] }
    package var userInfo: [CodingUserInfoKey: Any] { [:] }

    fileprivate init(_ sheet: Sheet, depth: Int) {
        self.sheet = sheet
        self.depth = depth
    }

    /// Writes a value as a whole text.
    ///
    /// - Throws: `EncodingError` where it holds what JSON can't say.
    package static func bytes(of value: some Encodable) throws -> [UInt8] {
        let sheet = Sheet()
        try value.encode(to: ElementEncoder(sheet, depth: 0))
        sheet.close(to: 0)
        return sheet.writer.bytes
    }

    /// Hands the writer to a type that writes its value itself, whole.
    package func write(_ body: (inout JSONWriter) throws -> Void) rethrows {
        try body(&sheet.writer)
    }

    package func container<Key: CodingKey>(
        keyedBy type: Key.Type
    ) -> KeyedEncodingContainer<Key> {
        KeyedEncodingContainer(MemberEncoding<Key>(sheet, depth: depth))
    }

    package func unkeyedContainer() -> any UnkeyedEncodingContainer {
        ItemEncoding(sheet, depth: depth)
    }

    package func singleValueContainer() -> any SingleValueEncodingContainer { self }
}

extension ElementEncoder: SingleValueEncodingContainer {
    package func encodeNil() { sheet.writer.null() }
    package func encode(_ value: Bool) { sheet.writer.boolean(value) }
    package func encode(_ value: String) { sheet.writer.text(value) }
    package func encode(_ value: Double) throws { try sheet.writer.number(value) }
    package func encode(_ value: Float) throws { try sheet.writer.number(Double(value)) }
    package func encode(_ value: Int) { sheet.writer.integer(value) }
    package func encode(_ value: Int8) { sheet.writer.integer(value) }
    package func encode(_ value: Int16) { sheet.writer.integer(value) }
    package func encode(_ value: Int32) { sheet.writer.integer(value) }
    package func encode(_ value: Int64) { sheet.writer.integer(value) }
    package func encode(_ value: UInt) { sheet.writer.integer(value) }
    package func encode(_ value: UInt8) { sheet.writer.integer(value) }
    package func encode(_ value: UInt16) { sheet.writer.integer(value) }
    package func encode(_ value: UInt32) { sheet.writer.integer(value) }
    package func encode(_ value: UInt64) { sheet.writer.integer(value) }
    package func encode(_ value: some Encodable) throws { try value.encode(to: self) }
}

/// What one text is written on. A container ends where one around it goes on.
private final class Sheet {
    var writer = JSONWriter()

    func close(to depth: Int) {
        while writer.depth > depth { writer.end() }
    }
}

private struct MemberEncoding<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let sheet: Sheet
    let depth: Int

    init(_ sheet: Sheet, depth: Int) {
        self.sheet = sheet
        self.depth = depth + 1
        sheet.close(to: depth)
        sheet.writer.beginObject()
    }

    var codingPath: [any CodingKey] { [] }

    private func begin(_ key: Key) {
        sheet.close(to: depth)
        sheet.writer.name(key.stringValue)
    }

    func encodeNil(forKey key: Key) {
        begin(key)
        sheet.writer.null()
    }
    func encode(_ value: Bool, forKey key: Key) {
        begin(key)
        sheet.writer.boolean(value)
    }
    func encode(_ value: String, forKey key: Key) {
        begin(key)
        sheet.writer.text(value)
    }
    func encode(_ value: Double, forKey key: Key) throws {
        begin(key)
        try sheet.writer.number(value)
    }
    func encode(_ value: Float, forKey key: Key) throws { try encode(Double(value), forKey: key) }
    func encode(_ value: Int, forKey key: Key) { integer(value, key) }
    func encode(_ value: Int8, forKey key: Key) { integer(value, key) }
    func encode(_ value: Int16, forKey key: Key) { integer(value, key) }
    func encode(_ value: Int32, forKey key: Key) { integer(value, key) }
    func encode(_ value: Int64, forKey key: Key) { integer(value, key) }
    func encode(_ value: UInt, forKey key: Key) { integer(value, key) }
    func encode(_ value: UInt8, forKey key: Key) { integer(value, key) }
    func encode(_ value: UInt16, forKey key: Key) { integer(value, key) }
    func encode(_ value: UInt32, forKey key: Key) { integer(value, key) }
    func encode(_ value: UInt64, forKey key: Key) { integer(value, key) }
    func encode(_ value: some Encodable, forKey key: Key) throws {
        begin(key)
        try value.encode(to: ElementEncoder(sheet, depth: depth))
    }

    private func integer(_ value: some BinaryInteger, _ key: Key) {
        begin(key)
        sheet.writer.integer(value)
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy: Nested.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Nested> {
        begin(key)
        return KeyedEncodingContainer(MemberEncoding<Nested>(sheet, depth: depth))
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        begin(key)
        return ItemEncoding(sheet, depth: depth)
    }

    func superEncoder() -> any Encoder { ElementEncoder(sheet, depth: depth) }
    func superEncoder(forKey key: Key) -> any Encoder {
        begin(key)
        return ElementEncoder(sheet, depth: depth)
    }
}

private struct ItemEncoding: UnkeyedEncodingContainer {
    let sheet: Sheet
    let depth: Int
    private(set) var count = 0

    init(_ sheet: Sheet, depth: Int) {
        self.sheet = sheet
        self.depth = depth + 1
        sheet.close(to: depth)
        sheet.writer.beginList()
    }

    var codingPath: [any CodingKey] { [] }

    private mutating func begin() {
        sheet.close(to: depth)
        sheet.writer.item()
        count += 1
    }

    mutating func encodeNil() {
        begin()
        sheet.writer.null()
    }
    mutating func encode(_ value: Bool) {
        begin()
        sheet.writer.boolean(value)
    }
    mutating func encode(_ value: String) {
        begin()
        sheet.writer.text(value)
    }
    mutating func encode(_ value: Double) throws {
        begin()
        try sheet.writer.number(value)
    }
    mutating func encode(_ value: Float) throws { try encode(Double(value)) }
    mutating func encode(_ value: Int) { integer(value) }
    mutating func encode(_ value: Int8) { integer(value) }
    mutating func encode(_ value: Int16) { integer(value) }
    mutating func encode(_ value: Int32) { integer(value) }
    mutating func encode(_ value: Int64) { integer(value) }
    mutating func encode(_ value: UInt) { integer(value) }
    mutating func encode(_ value: UInt8) { integer(value) }
    mutating func encode(_ value: UInt16) { integer(value) }
    mutating func encode(_ value: UInt32) { integer(value) }
    mutating func encode(_ value: UInt64) { integer(value) }
    mutating func encode(_ value: some Encodable) throws {
        begin()
        try value.encode(to: ElementEncoder(sheet, depth: depth))
    }

    private mutating func integer(_ value: some BinaryInteger) {
        begin()
        sheet.writer.integer(value)
    }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy: Nested.Type
    ) -> KeyedEncodingContainer<Nested> {
        begin()
        return KeyedEncodingContainer(MemberEncoding<Nested>(sheet, depth: depth))
    }

    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
        begin()
        return ItemEncoding(sheet, depth: depth)
    }

    mutating func superEncoder() -> any Encoder {
        begin()
        return ElementEncoder(sheet, depth: depth)
    }
}
