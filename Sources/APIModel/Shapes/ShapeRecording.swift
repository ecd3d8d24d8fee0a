/// Lets a type read itself from nothing, and notes what it asks for.
enum ShapeRecording {
    static func record<Value: Decodable>(
        _ type: Value.Type
    ) throws -> (shape: Shape, value: Value) {
        if let known = type as? any ShapeSample.Type, let sample = known.sample as? Value {
            return (try known.shape(), sample)
        }
        let (members, value) = try read(type)
        // Nothing is what a dictionary asks for whose keys are no texts: it reads whatever comes.
        guard !members.isEmpty else {
            throw ShapeFault(type: String(reflecting: type), reason: "it reads nothing by name")
        }
        return (.record(.init(name: try name(of: type), members: members)), value)
    }

    private static func read<Value: Decodable>(
        _ type: Value.Type
    ) throws -> ([String: Shape.Member], Value) {
        let decoder = RecordingDecoder()
        do {
            let value = try Value(from: decoder)
            return (decoder.noted.members, value)
        } catch let fault as ShapeFault where fault.type.isEmpty {
            throw ShapeFault(type: String(reflecting: type), reason: fault.reason)
        }
    }

    /// `APIModel.Page<APIModel.IssueAnswer>` becomes `IssueAnswerPage`.
    ///
    /// - Throws: `ShapeFault` for what has no name that others could refer to.
    private static func name(of type: Any.Type) throws -> String {
        let whole = String(reflecting: type)
        // Where a private type stands is no part of its name.
        let name = whole.replacing(/\(unknown context at [^)]*\)\./, with: "")
            .split { "<>, ".contains($0) }.reversed()
            .map { $0.split(separator: ".").dropFirst().joined() }.joined()
        guard name.wholeMatch(of: /[A-Za-z][A-Za-z0-9]*/) != nil else {
            throw ShapeFault(type: whole, reason: "it has no name to be described under")
        }
        return name
    }
}

/// Invariant: one type reads itself from it, on one task.
private final class NotedMembers {
    var members: [String: Shape.Member] = [:]
}

private struct RecordingDecoder: Decoder {
    let noted = NotedMembers()

    var codingPath: [any CodingKey] { [] }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
        KeyedDecodingContainer(MemberRecording<Key>(noted: noted))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer { throw strange }
    func singleValueContainer() throws -> any SingleValueDecodingContainer { throw strange }

    private var strange: ShapeFault { .init(type: "", reason: "it is no record: \(noted.members)") }
}

private struct MemberRecording<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let noted: NotedMembers

    var codingPath: [any CodingKey] { [] }
    var allKeys: [Key] { [] }

    func contains(_ key: Key) -> Bool { true }
    func decodeNil(forKey key: Key) -> Bool { false }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        try note(type, key, isRequired: true)
    }

    func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value? {
        try note(type, key, isRequired: false)
    }

    // Each of these has an implementation of its own unless it is said here that it has none.
    func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? {
        try note(type, key, isRequired: false)
    }
    func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? {
        try note(type, key, isRequired: false)
    }
    func decodeIfPresent(_ type: Double.Type, forKey key: Key) throws -> Double? {
        try note(type, key, isRequired: false)
    }
    func decodeIfPresent(_ type: Int.Type, forKey key: Key) throws -> Int? {
        try note(type, key, isRequired: false)
    }
    func decodeIfPresent(_ type: Int64.Type, forKey key: Key) throws -> Int64? {
        try note(type, key, isRequired: false)
    }

    private func note<Value: Decodable>(
        _ type: Value.Type, _ key: Key, isRequired: Bool
    ) throws -> Value {
        let found = try ShapeRecording.record(type)
        noted.members[key.stringValue] = .init(shape: found.shape, isRequired: isRequired)
        return found.value
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> { throw strange(key) }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        throw strange(key)
    }

    func superDecoder() throws -> any Decoder { throw strange(nil) }
    func superDecoder(forKey key: Key) throws -> any Decoder { throw strange(key) }

    private func strange(_ key: Key?) -> ShapeFault {
        ShapeFault(type: "", reason: "reads \(key?.stringValue ?? "itself") by hand")
    }
}
