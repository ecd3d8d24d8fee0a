/// Walks over the elements of a one-dimensional array in the server's binary format.
struct ArrayReader {
    let count: Int
    private let bytes: UnsafeRawBufferPointer
    private var offset: Int

    /// What stands at one place of the array.
    enum Step {
        case null
        case value(UnsafeRawBufferPointer)
    }

    /// Reads the header; nil where it is damaged or has more than one dimension.
    init?(_ bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
        guard bytes.count >= 12 else { return nil }
        switch Self.int32(bytes, at: 0) {
        case 0:
            count = 0
            offset = 12
        case 1 where bytes.count >= 20 && Self.int32(bytes, at: 12) >= 0:
            count = Int(Self.int32(bytes, at: 12))
            offset = 20
        default:
            return nil
        }
    }

    /// Reads the next element; nil where the bytes end too early.
    mutating func next() -> Step? {
        guard offset + 4 <= bytes.count else { return nil }
        let byteCount = Int(Self.int32(bytes, at: offset))
        offset += 4
        if byteCount < 0 {
            return .null
        }
        guard offset + byteCount <= bytes.count else { return nil }
        defer { offset += byteCount }
        return .value(UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + byteCount]))
    }

    private static func int32(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> Int32 {
        Int32(bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Int32.self))
    }
}

extension Row {
    func elements<Element>(
        _ column: Column, _ type: ArrayType<Element>
    ) throws(PostgresError) -> [Element]? {
        guard var reader = try arrayReader(column, type) else { return nil }
        var elements: [Element] = []
        elements.reserveCapacity(reader.count)
        for _ in 0..<reader.count {
            guard case .value(let bytes) = reader.next(), let element = type.element(bytes) else {
                throw mismatch(column, "\(type.name) without NULL")
            }
            elements.append(element)
        }
        return elements
    }

    func nullableElements<Element>(
        _ column: Column, _ type: ArrayType<Element>
    ) throws(PostgresError) -> [Element?]? {
        guard var reader = try arrayReader(column, type) else { return nil }
        var elements: [Element?] = []
        elements.reserveCapacity(reader.count)
        for _ in 0..<reader.count {
            switch reader.next() {
            case .null: elements.append(nil)
            case .value(let bytes): elements.append(try required(type.element(bytes), column))
            case nil: throw mismatch(column, "a whole \(type.name)")
            }
        }
        return elements
    }

    private func arrayReader<Element>(
        _ column: Column, _ type: ArrayType<Element>
    ) throws(PostgresError) -> ArrayReader? {
        guard rows.columnTypeOID(column) == type.oid else { throw mismatch(column, type.name) }
        guard let field = field(column) else { return nil }
        guard let reader = ArrayReader(field) else {
            throw mismatch(column, "\(type.name) of one dimension")
        }
        return reader
    }
}
