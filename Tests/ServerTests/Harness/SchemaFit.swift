import APIModel

/// Holds a value against a schema, as far as the description of the API uses the language of schemas.
struct SchemaFit {
    private let document: JSONValue
    private(set) var faults: [String] = []

    init(_ document: JSONValue) {
        self.document = document
    }

    mutating func hold(_ value: JSONValue, against schema: JSONValue, at place: String = "") {
        if let reference = schema["$ref"]?.name {
            let name = String(reference.split(separator: "/").last ?? "")
            guard let schema = document["components"]?["schemas"]?[name] else {
                faults.append("no schema \(name)")
                return
            }
            hold(value, against: schema, at: place)
        }
        for schema in schema["allOf"]?.items ?? [] { hold(value, against: schema, at: place) }
        if let some = schema["anyOf"]?.items, !some.contains(where: { fits(value, $0) }) {
            faults.append("\(place): \(value) is none of those")
        }
        if let type = schema["type"]?.name, !Self.isOf(type, value) {
            faults.append("\(place): \(value) is no \(type)")
        }
        if let names = schema["enum"]?.items, !names.contains(value) {
            faults.append("\(place): \(value) is not one of \(names.compactMap(\.name))")
        }
        if let pattern = schema["pattern"]?.name, let text = value.name,
            !text.hasPrefix(pattern.dropFirst())
        {
            faults.append("\(place): \(text) does not begin as it should")
        }
        holdParts(of: value, against: schema, at: place)
    }

    private mutating func holdParts(
        of value: JSONValue, against schema: JSONValue, at place: String
    ) {
        for name in schema["required"]?.items.compactMap(\.name) ?? []
        where value[name] == nil { faults.append("\(place)/\(name) is missing") }
        let known = schema["properties"]
        for (name, part) in value.members {
            if let schema = known?[name] {
                hold(part, against: schema, at: "\(place)/\(name)")
            } else if let others = schema["additionalProperties"], others != .boolean(false) {
                hold(part, against: others, at: "\(place)/\(name)")
            } else if schema["type"] != nil {
                faults.append("\(place)/\(name) is not described")
            }
        }
        if let schema = schema["items"] {
            for item in value.items { hold(item, against: schema, at: "\(place)[]") }
        }
    }

    private func fits(_ value: JSONValue, _ schema: JSONValue) -> Bool {
        var fit = SchemaFit(document)
        fit.hold(value, against: schema)
        return fit.faults.isEmpty
    }

    private static func isOf(_ type: String, _ value: JSONValue) -> Bool {
        switch (type, value) {
        case ("null", .null), ("boolean", .boolean), ("integer", .integer), ("number", .integer),
            ("number", .number), ("string", .text), ("array", .list), ("object", .object):
            true
        default: false
        }
    }
}
