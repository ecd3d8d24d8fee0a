/// Lays the values of one statement out as libpq wants them: one block of bytes and three columns.
///
/// Invariant: the pointers are valid until the next `load`.
final class ParameterBuffer {
    private(set) var values: [UnsafePointer<CChar>?] = []
    private(set) var lengths: [Int32] = []
    private(set) var formats: [Int32] = []
    private(set) var types: [UInt32] = []
    private var block = UnsafeMutableRawBufferPointer.allocate(
        byteCount: ParameterBuffer.usualByteCount, alignment: 8)

    private static let usualByteCount = 65_536
    private static let binaryFormat: Int32 = 1

    deinit {
        block.deallocate()
    }

    var count: Int32 {
        Int32(values.count)
    }

    func load(_ parameters: [Parameter]) {
        clear()
        makeRoom(for: parameters.reduce(0) { $0 + ($1.bytes?.count ?? 0) })
        var offset = 0
        for parameter in parameters {
            append(parameter, at: offset)
            offset += parameter.bytes?.count ?? 0
        }
    }

    private func append(_ parameter: Parameter, at offset: Int) {
        types.append(parameter.oid)
        formats.append(Self.binaryFormat)
        lengths.append(Int32(clamping: parameter.bytes?.count ?? 0))
        guard let bytes = parameter.bytes, let start = block.baseAddress else {
            values.append(nil)
            return
        }
        let destination = start + offset
        bytes.withUnsafeBytes { source in
            if let source = source.baseAddress {
                destination.copyMemory(from: source, byteCount: bytes.count)
            }
        }
        values.append(UnsafePointer(destination.assumingMemoryBound(to: CChar.self)))
    }

    private func clear() {
        values.removeAll(keepingCapacity: true)
        lengths.removeAll(keepingCapacity: true)
        formats.removeAll(keepingCapacity: true)
        types.removeAll(keepingCapacity: true)
    }

    /// Grows for a large statement, and gives the memory back with the next usual one.
    private func makeRoom(for byteCount: Int) {
        let wanted = max(byteCount, Self.usualByteCount)
        if wanted > block.count || block.count > max(wanted, 16 * Self.usualByteCount) {
            block.deallocate()
            block = .allocate(byteCount: wanted, alignment: 8)
        }
    }
}
