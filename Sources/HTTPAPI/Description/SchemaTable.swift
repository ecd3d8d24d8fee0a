import APIModel

/// Writes shapes as JSON Schema (2020-12), each record once under its name.
struct SchemaTable {
    private var records: [String: Shape.Record] = [:]
    /// Those that callers send: of them null is as good as nothing, and more fields are refused.
    private var sent: Set<String> = []
    /// Those that the server answers with, which may gain fields.
    private var answered: Set<String> = []

    /// - Throws: `ShapeFault` where two types of one name differ, and where one type is both sent and
    ///   answered: what is refused in the one may come in the other.
    init(of endpoints: [Endpoint]) throws {
        for endpoint in endpoints {
            if let body = endpoint.body { try take(body, isSent: true) }
            if let shape = endpoint.answer.shape { try take(shape, isSent: false) }
        }
        try take(try Shape(of: Problem.self), isSent: false)
        if let name = sent.intersection(answered).min() {
            throw ShapeFault(type: name, reason: "is both sent and answered")
        }
    }

    private mutating func take(_ shape: Shape, isSent: Bool) throws {
        switch shape {
        case .anything, .text, .boolean, .integer, .number, .choice: break
        case .nullable(let shape), .list(let shape), .map(let shape):
            try take(shape, isSent: isSent)
        case .record(let record):
            guard records[record.name] ?? record == record else {
                throw ShapeFault(type: record.name, reason: "two types have this name")
            }
            records[record.name] = record
            if isSent { sent.insert(record.name) } else { answered.insert(record.name) }
            for member in record.members.values { try take(member.shape, isSent: isSent) }
        }
    }

    var components: [String: JSONValue] { records.mapValues(component) }

    private func component(_ record: Shape.Record) -> JSONValue {
        let isSent = sent.contains(record.name)
        let required = record.members.filter(\.value.isRequired).keys.sorted()
        var members: [String: JSONValue] = [
            "type": .text("object"),
            "properties": .object(
                record.members.mapValues { member in
                    isSent && !member.isRequired
                        ? orNull(member.shape) : schema(member.shape)
                }),
        ]
        if !required.isEmpty { members["required"] = .list(required.map(JSONValue.text)) }
        if isSent { members["additionalProperties"] = .boolean(false) }
        return .object(members)
    }

    func schema(_ shape: Shape) -> JSONValue {
        switch shape {
        case .anything: .object([:])
        case .text: Self.type("string")
        case .boolean: Self.type("boolean")
        case .integer: Self.type("integer")
        case .number: Self.type("number")
        case .choice(let names):
            .object(["type": .text("string"), "enum": .list(names.map(JSONValue.text))])
        case .nullable(let shape): orNull(shape)
        case .list(let shape):
            .object(["type": .text("array"), "items": schema(shape)])
        case .map(let shape):
            .object(["type": .text("object"), "additionalProperties": schema(shape)])
        case .record(let record): Self.reference(record.name)
        }
    }

    private func orNull(_ shape: Shape) -> JSONValue {
        switch shape {
        case .anything, .nullable: schema(shape)
        case .text, .boolean, .integer, .number, .choice, .list, .map, .record:
            .object(["anyOf": .list([schema(shape), Self.type("null")])])
        }
    }

    static func reference(_ name: String) -> JSONValue {
        .object(["$ref": .text("#/components/schemas/\(name)")])
    }

    private static func type(_ name: String) -> JSONValue { .object(["type": .text(name)]) }
}
