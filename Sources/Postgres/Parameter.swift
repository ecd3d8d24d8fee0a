/// Holds one bound value in the server's binary format.
///
/// Invariant: `bytes` is nil for NULL and only for NULL.
package struct Parameter: Sendable {
    package let oid: UInt32
    package let bytes: [UInt8]?

    package init(oid: UInt32, bytes: [UInt8]?) {
        self.oid = oid
        self.bytes = bytes
    }
}

extension Parameter {
    package static func int16(_ value: Int16?) -> Parameter {
        integer(value, TypeOID.int2)
    }

    package static func int32(_ value: Int32?) -> Parameter {
        integer(value, TypeOID.int4)
    }

    package static func int64(_ value: Int64?) -> Parameter {
        integer(value, TypeOID.int8)
    }

    package static func double(_ value: Double?) -> Parameter {
        integer(value?.bitPattern, TypeOID.float8)
    }

    package static func bool(_ value: Bool?) -> Parameter {
        Parameter(oid: TypeOID.bool, bytes: value.map { [$0 ? 1 : 0] })
    }

    package static func text(_ value: String?) -> Parameter {
        Parameter(oid: TypeOID.text, bytes: value.map { Array($0.utf8) })
    }

    package static func bytes(_ value: [UInt8]?) -> Parameter {
        Parameter(oid: TypeOID.bytea, bytes: value)
    }

    /// Binds a `timestamptz`.
    ///
    /// Units: microseconds since 1970 in UTC; `Int64.max` is infinity, `Int64.min` minus infinity.
    package static func timestamp(microseconds: Int64?) -> Parameter {
        integer(
            microseconds.map(PostgresEpoch.serverMicroseconds(since1970:)), TypeOID.timestamptz)
    }

    /// Units: days since 1970-01-01; `Int32.max` is infinity, `Int32.min` minus infinity.
    package static func date(daysSince1970: Int32?) -> Parameter {
        integer(daysSince1970.map(PostgresEpoch.serverDays(since1970:)), TypeOID.date)
    }

    /// Binds the exact bytes of a JSON document.
    package static func json(_ value: [UInt8]?) -> Parameter {
        Parameter(oid: TypeOID.json, bytes: value)
    }

    /// Binds a JSON document that the server normalises.
    package static func jsonb(_ value: [UInt8]?) -> Parameter {
        Parameter(oid: TypeOID.jsonb, bytes: value.map { [jsonbVersion] + $0 })
    }

    private static func integer(_ value: (some FixedWidthInteger)?, _ oid: UInt32) -> Parameter {
        Parameter(
            oid: oid,
            bytes: value.map { value in withUnsafeBytes(of: value.bigEndian) { Array($0) } })
    }
}

/// The only version of jsonb's binary format.
let jsonbVersion: UInt8 = 1
