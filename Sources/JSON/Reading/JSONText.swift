internal import CSimdJSON
internal import Synchronization

/// Reads texts that are JSON: the one way in for all of them.
///
/// Source: RFC 8259, read by simdjson.
package enum JSONText {
    /// Says why a text was not read.
    package enum Fault: Error, Hashable, Sendable {
        /// Units: bytes from the start; nil where the text is whole and yet can't be read.
        case notJSON(at: Int?)
        case tooDeep
        case tooMany
        /// An object has two members of one name.
        case repeated([JSONStep])
        /// A number that not every reader holds exactly.
        case tooLarge([JSONStep])
        /// A number that no reader holds. Units: bytes from the start.
        case unboundedNumber(at: Int)
        case noMemory
    }

    /// Reads what was written by us: whatever is JSON holds.
    ///
    /// - Throws: `DecodingError` for what is none, and what the body throws.
    package static func read<Value>(
        _ bytes: [UInt8], _ body: (JSONElement) throws -> Value
    ) throws -> Value {
        do {
            return try JSONParser.shared.withParser { parser in try body(try parser.read(bytes)) }
        } catch let fault as Fault {
            throw DecodingError.dataCorrupted(
                .init(codingPath: [], debugDescription: "\(fault)"))
        }
    }

    /// Reads what others wrote, within limits.
    ///
    /// - Throws: `Fault`, and what the body throws.
    package static func read<Value>(
        _ bytes: [UInt8], within limits: JSONLimits, _ body: (JSONElement) throws -> Value
    ) throws -> Value {
        try JSONParser.shared.withParser { parser in
            let whole = try parser.read(bytes)
            try limits.check(whole)
            return try body(whole)
        }
    }

    /// Writes a value as canonical JSON.
    ///
    /// - Throws: `EncodingError` where it holds what JSON can't say.
    package static func encode(_ value: some Encodable) throws -> [UInt8] {
        try ElementEncoder.bytes(of: value)
    }

    package static func decode<Value: Decodable>(
        _ type: Value.Type = Value.self, from bytes: [UInt8]
    ) throws -> Value {
        try read(bytes) { try $0.decode(type) }
    }
}

extension JSONElement {
    package func decode<Value: Decodable>(_ type: Value.Type = Value.self) throws -> Value {
        try Value(from: ElementDecoder(self))
    }
}

/// A parser with its buffers.
final class JSONParser {
    static let shared = Parsers()

    private let parser: OpaquePointer

    init() throws(JSONText.Fault) {
        guard let parser = zhuqi_json_new() else { throw .noMemory }
        self.parser = parser
    }

    deinit { zhuqi_json_free(parser) }

    var capacity: Int { zhuqi_json_capacity(parser) }

    func read(_ bytes: [UInt8]) throws(JSONText.Fault) -> JSONElement {
        let skipped = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var tape: UnsafePointer<UInt64>?
        var strings: UnsafePointer<UInt8>?
        let end = bytes.withUnsafeBufferPointer {
            zhuqi_json_parse(
                parser, $0.baseAddress.map { $0 + skipped }, $0.count - skipped, &tape, &strings)
        }
        guard end == zhuqi_json_read, let tape, let strings else {
            throw Self.fault(end, in: bytes)
        }
        return JSONElement(tape: tape, strings: strings)
    }

    private static func fault(_ end: zhuqi_json_end, in bytes: [UInt8]) -> JSONText.Fault {
        switch end {
        case zhuqi_json_too_deep: .tooDeep
        case zhuqi_json_no_memory: .noMemory
        default: JSONScan.fault(in: bytes)
        }
    }
}

/// Parsers that wait for the next text.
final class Parsers: Sendable {
    /// Those above the number in use at once are freed again.
    private static let most = 32
    /// Units: bytes. The buffers of large texts are not kept.
    private static let largest = 256 * 1024

    private let idle = Mutex<[Unshared]>([])

    /// Invariant: whoever uses a parser has taken it out, and puts it back after its last use.
    private struct Unshared: @unchecked Sendable {
        let parser: JSONParser
    }

    func withParser<Value>(_ body: (JSONParser) throws -> Value) throws -> Value {
        let parser = try idle.withLock { $0.popLast() }?.parser ?? JSONParser()
        defer {
            if parser.capacity <= Self.largest {
                let unshared = Unshared(parser: parser)
                idle.withLock { if $0.count < Self.most { $0.append(unshared) } }
            }
        }
        return try body(parser)
    }
}
