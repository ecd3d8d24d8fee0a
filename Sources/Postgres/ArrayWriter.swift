/// Writes a one-dimensional array in the server's binary format into one buffer.
struct ArrayWriter {
    private(set) var bytes: [UInt8] = []

    /// Where the flag "contains NULL" ends, in bytes from the start.
    private static let nullFlagEnd = 7

    init(count: Int, oid: UInt32, elementByteCount: Int) {
        bytes.reserveCapacity(20 + count * (4 + elementByteCount))
        let dimensionCount: Int32 = count == 0 ? 0 : 1
        write(dimensionCount)
        write(0 as Int32)
        write(oid)
        if count > 0 {
            let firstIndex: Int32 = 1
            write(Int32(count))
            write(firstIndex)
        }
    }

    mutating func append<Bits: FixedWidthInteger>(_ bits: Bits) {
        write(Int32(MemoryLayout<Bits>.size))
        write(bits)
    }

    mutating func append(contentsOf content: some Collection<UInt8>) {
        write(Int32(content.count))
        bytes.append(contentsOf: content)
    }

    mutating func appendNull() {
        bytes[Self.nullFlagEnd] = 1
        write(-1 as Int32)
    }

    private mutating func write(_ value: some FixedWidthInteger) {
        withUnsafeBytes(of: value.bigEndian) { bytes.append(contentsOf: $0) }
    }
}
