/// One-dimensional arrays. Each comes twice: for elements that are always there, and for elements
/// that may be NULL.
extension Parameter {
    package static func int16s(_ values: some Collection<Int16>) -> Parameter {
        fixed(values, TypeOID.int2, in: TypeOID.int2Array) { $0 }
    }

    package static func int16s(_ values: some Collection<Int16?>) -> Parameter {
        fixed(values, TypeOID.int2, in: TypeOID.int2Array) { $0 }
    }

    package static func int32s(_ values: some Collection<Int32>) -> Parameter {
        fixed(values, TypeOID.int4, in: TypeOID.int4Array) { $0 }
    }

    package static func int32s(_ values: some Collection<Int32?>) -> Parameter {
        fixed(values, TypeOID.int4, in: TypeOID.int4Array) { $0 }
    }

    package static func int64s(_ values: some Collection<Int64>) -> Parameter {
        fixed(values, TypeOID.int8, in: TypeOID.int8Array) { $0 }
    }

    package static func int64s(_ values: some Collection<Int64?>) -> Parameter {
        fixed(values, TypeOID.int8, in: TypeOID.int8Array) { $0 }
    }

    package static func doubles(_ values: some Collection<Double>) -> Parameter {
        fixed(values, TypeOID.float8, in: TypeOID.float8Array) { $0.bitPattern }
    }

    package static func doubles(_ values: some Collection<Double?>) -> Parameter {
        fixed(values, TypeOID.float8, in: TypeOID.float8Array) { $0?.bitPattern }
    }

    package static func bools(_ values: some Collection<Bool>) -> Parameter {
        fixed(values, TypeOID.bool, in: TypeOID.boolArray) { $0 ? 1 as UInt8 : 0 }
    }

    package static func bools(_ values: some Collection<Bool?>) -> Parameter {
        fixed(values, TypeOID.bool, in: TypeOID.boolArray) { $0.map { $0 ? 1 as UInt8 : 0 } }
    }

    /// Units: as in `timestamp(microseconds:)`.
    package static func timestamps(_ values: some Collection<Int64>) -> Parameter {
        fixed(values, TypeOID.timestamptz, in: TypeOID.timestamptzArray) {
            PostgresEpoch.serverMicroseconds(since1970: $0)
        }
    }

    /// Units: as in `timestamp(microseconds:)`.
    package static func timestamps(_ values: some Collection<Int64?>) -> Parameter {
        fixed(values, TypeOID.timestamptz, in: TypeOID.timestamptzArray) {
            $0.map(PostgresEpoch.serverMicroseconds(since1970:))
        }
    }

    package static func texts(_ values: some Collection<String>) -> Parameter {
        variable(values, TypeOID.text, in: TypeOID.textArray) { $0.utf8 }
    }

    package static func texts(_ values: some Collection<String?>) -> Parameter {
        variable(values, TypeOID.text, in: TypeOID.textArray) { $0?.utf8 }
    }

    package static func byteas(_ values: some Collection<[UInt8]>) -> Parameter {
        variable(values, TypeOID.bytea, in: TypeOID.byteaArray) { $0 }
    }

    package static func byteas(_ values: some Collection<[UInt8]?>) -> Parameter {
        variable(values, TypeOID.bytea, in: TypeOID.byteaArray) { $0 }
    }

    package static func jsons(_ values: some Collection<[UInt8]>) -> Parameter {
        variable(values, TypeOID.json, in: TypeOID.jsonArray) { $0 }
    }

    package static func jsons(_ values: some Collection<[UInt8]?>) -> Parameter {
        variable(values, TypeOID.json, in: TypeOID.jsonArray) { $0 }
    }
}

extension Parameter {
    private static func fixed<Element, Bits: FixedWidthInteger>(
        _ values: some Collection<Element>, _ oid: UInt32, in arrayOID: UInt32,
        bits: (Element) -> Bits?
    ) -> Parameter {
        let width = MemoryLayout<Bits>.size
        var writer = ArrayWriter(count: values.count, oid: oid, elementByteCount: width)
        for value in values {
            if let bits = bits(value) {
                writer.append(bits)
            } else {
                writer.appendNull()
            }
        }
        return Parameter(oid: arrayOID, bytes: writer.bytes)
    }

    private static func variable<Element, Bytes: Collection<UInt8>>(
        _ values: some Collection<Element>, _ oid: UInt32, in arrayOID: UInt32,
        content: (Element) -> Bytes?
    ) -> Parameter {
        let byteCount = values.reduce(0) { $0 + (content($1)?.count ?? 0) }
        let average = values.isEmpty ? 0 : byteCount / values.count + 1
        var writer = ArrayWriter(count: values.count, oid: oid, elementByteCount: average)
        for value in values {
            if let bytes = content(value) {
                writer.append(contentsOf: bytes)
            } else {
                writer.appendNull()
            }
        }
        return Parameter(oid: arrayOID, bytes: writer.bytes)
    }
}
