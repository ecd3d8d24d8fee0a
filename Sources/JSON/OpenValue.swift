/// A type that holds any JSON value, and is read and written without asking for its form first.
package protocol OpenValue: Codable {
    init(_ element: JSONElement) throws
    func write(to writer: inout JSONWriter) throws
}

extension OpenValue {
    /// - Throws: `DecodingError` also where the text is not read by `JSONText`.
    package init(from decoder: any Decoder) throws {
        guard let decoder = decoder as? ElementDecoder else {
            throw DecodingError.typeMismatch(
                Self.self,
                .init(codingPath: decoder.codingPath, debugDescription: "only JSONText reads it"))
        }
        try self.init(decoder.element)
    }

    /// - Throws: `EncodingError` also where the text is not written by `JSONText`.
    package func encode(to encoder: any Encoder) throws {
        guard let encoder = encoder as? ElementEncoder else {
            throw EncodingError.invalidValue(
                self,
                .init(codingPath: encoder.codingPath, debugDescription: "only JSONText writes it"))
        }
        try encoder.write { try write(to: &$0) }
    }
}

extension JSONWriter {
    /// Writes an object of open values.
    package mutating func object<Value: OpenValue>(_ members: [String: Value]) throws {
        beginObject()
        for (name, value) in members.sorted(by: { JSONWriter.precedes($0.key, $1.key) }) {
            self.name(name)
            try value.write(to: &self)
        }
        end()
    }

    /// Writes a list of open values.
    package mutating func list<Value: OpenValue>(_ items: [Value]) throws {
        beginList()
        for value in items {
            item()
            try value.write(to: &self)
        }
        end()
    }
}

extension JSONElement {
    /// The members of an object; of a name that stands twice the last.
    package func members<Value: OpenValue>(_ type: Value.Type = Value.self) throws -> [String:
        Value]
    {
        guard case .object = kind else { throw mismatch([String: Value].self) }
        var members = [String: Value](minimumCapacity: count)
        try forEachMember { name, value in members[name.text] = try Value(value) }
        return members
    }

    /// The items of a list.
    package func items<Value: OpenValue>(_ type: Value.Type = Value.self) throws -> [Value] {
        guard case .list = kind else { throw mismatch([Value].self) }
        var items: [Value] = []
        items.reserveCapacity(count)
        try forEachItem { items.append(try Value($0)) }
        return items
    }

    /// The error of a value that a type has no place for.
    package func unfit(_ type: Any.Type) -> any Error { mismatch(type) }
}
