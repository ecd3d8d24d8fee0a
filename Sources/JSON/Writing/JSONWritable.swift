/// A type that writes itself as canonical JSON, without an encoder between: for what is written often.
package protocol JSONWritable: Encodable {
    func write(to writer: inout JSONWriter) throws
}

extension JSONWritable {
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

/// Objects whose names are known beforehand. Their members are written in the order of the names, and
/// none of the names holds what is escaped.
extension JSONWriter {
    /// Writes an object.
    ///
    /// - Parameter members: writes them, each by its name.
    package mutating func object(_ members: (inout JSONWriter) throws -> Void) rethrows {
        beginSorted()
        try members(&self)
        endSorted()
    }

    package mutating func member(_ name: StaticString, _ value: String) {
        begin(name)
        text(value)
    }

    package mutating func member(_ name: StaticString, _ value: String?) {
        guard let value else { return }
        member(name, value)
    }

    package mutating func member(_ name: StaticString, _ value: Bool) {
        begin(name)
        boolean(value)
    }

    package mutating func member(_ name: StaticString, _ value: Bool?) {
        guard let value else { return }
        member(name, value)
    }

    package mutating func member(_ name: StaticString, _ value: some BinaryInteger) {
        begin(name)
        integer(value)
    }

    package mutating func member(_ name: StaticString, _ value: (some BinaryInteger)?) {
        guard let value else { return }
        member(name, value)
    }

    package mutating func member(_ name: StaticString, _ value: some JSONWritable) throws {
        begin(name)
        try value.write(to: &self)
    }

    package mutating func member(_ name: StaticString, _ value: (some JSONWritable)?) throws {
        guard let value else { return }
        try member(name, value)
    }

    package mutating func member(_ name: StaticString, _ items: [some JSONWritable]) throws {
        begin(name)
        try list(items) { try $1.write(to: &$0) }
    }

    package mutating func member(_ name: StaticString, _ items: [some JSONWritable]?) throws {
        guard let items else { return }
        try member(name, items)
    }

    package mutating func member(_ name: StaticString, _ items: [String]) {
        begin(name)
        list(items) { $0.text($1) }
    }

    package mutating func member(_ name: StaticString, _ items: [some BinaryInteger]) {
        begin(name)
        list(items) { $0.integer($1) }
    }

    /// Writes a member that is seldom there, by an encoder.
    package mutating func member(
        _ name: StaticString, encoding value: (some Encodable)?
    ) throws {
        guard let value else { return }
        begin(name)
        put(try ElementEncoder.bytes(of: value))
    }

    package mutating func member(_ name: StaticString, _ value: some OpenValue) throws {
        begin(name)
        try value.write(to: &self)
    }

    package mutating func member(
        _ name: StaticString, _ members: [String: some OpenValue]
    ) throws {
        begin(name)
        try object(members)
    }

    package mutating func member(_ name: StaticString, _ members: [String: String]?) {
        guard let members else { return }
        begin(name)
        object(members) { $0.text($1) }
    }

    package mutating func member(
        _ name: StaticString, _ members: [String: some JSONWritable]?
    ) throws {
        guard let members else { return }
        begin(name)
        try object(members) { try $1.write(to: &$0) }
    }

    package mutating func member(
        _ name: StaticString, _ members: [String: [some JSONWritable]]?
    ) throws {
        guard let members else { return }
        begin(name)
        try object(members) { writer, items in
            try writer.list(items) { try $1.write(to: &$0) }
        }
    }

    private mutating func list<Item>(
        _ items: [Item], _ write: (inout JSONWriter, Item) throws -> Void
    ) rethrows {
        beginList()
        for value in items {
            item()
            try write(&self, value)
        }
        end()
    }

    private mutating func object<Value>(
        _ members: [String: Value], _ write: (inout JSONWriter, Value) throws -> Void
    ) rethrows {
        beginObject()
        for (name, value) in members.sorted(by: { JSONWriter.precedes($0.key, $1.key) }) {
            self.name(name)
            try write(&self, value)
        }
        end()
    }
}
