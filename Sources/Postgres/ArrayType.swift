/// Says how one type of array is recognised and how its elements are read.
struct ArrayType<Element>: Sendable {
    let oid: UInt32
    let name: String
    /// Reads one element that is not NULL; nil where the bytes are no such element.
    let element: @Sendable (UnsafeRawBufferPointer) -> Element?
}

extension ArrayType where Element == Int16 {
    static var int16s: Self {
        Self(oid: TypeOID.int2Array, name: "int2[]") {
            integer($0, Int16.self)
        }
    }
}

extension ArrayType where Element == Int32 {
    static var int32s: Self {
        Self(oid: TypeOID.int4Array, name: "int4[]") {
            integer($0, Int32.self)
        }
    }
}

extension ArrayType where Element == Int64 {
    static var int64s: Self {
        Self(oid: TypeOID.int8Array, name: "int8[]") {
            integer($0, Int64.self)
        }
    }

    static var timestamps: Self {
        Self(oid: TypeOID.timestamptzArray, name: "timestamptz[]") {
            integer($0, Int64.self).map(PostgresEpoch.microsecondsSince1970(server:))
        }
    }
}

extension ArrayType where Element == Double {
    static var doubles: Self {
        Self(oid: TypeOID.float8Array, name: "float8[]") {
            integer($0, UInt64.self).map(Double.init(bitPattern:))
        }
    }
}

extension ArrayType where Element == Bool {
    static var bools: Self {
        Self(oid: TypeOID.boolArray, name: "bool[]") {
            integer($0, UInt8.self).map { $0 != 0 }
        }
    }
}

extension ArrayType where Element == String {
    static var texts: Self {
        Self(oid: TypeOID.textArray, name: "text[]") {
            String(decoding: $0, as: UTF8.self)
        }
    }
}

extension ArrayType where Element == [UInt8] {
    static var bytesArray: Self {
        Self(oid: TypeOID.byteaArray, name: "bytea[]") {
            Array($0)
        }
    }

    static var jsons: Self {
        Self(oid: TypeOID.jsonArray, name: "json[]") {
            Array($0)
        }
    }
}

/// Reads a big-endian integer that fills the bytes exactly.
private func integer<Bits: FixedWidthInteger>(
    _ bytes: UnsafeRawBufferPointer, _: Bits.Type
) -> Bits? {
    guard bytes.count == MemoryLayout<Bits>.size else { return nil }
    return Bits(bigEndian: bytes.loadUnaligned(as: Bits.self))
}
