package import JSON

/// Holds any JSON value whose shape the workflow decides, not the API.
package enum JSONValue: Hashable, Sendable {
    case null
    case boolean(Bool)
    case integer(Int64)
    case number(Double)
    case text(String)
    case list([JSONValue])
    case object([String: JSONValue])
}

extension JSONValue: OpenValue {
    package init(_ element: JSONElement) throws {
        switch element.kind {
        case .null: self = .null
        case .boolean: self = .boolean(element.boolean)
        case .text: self = .text(element.text)
        case .object: self = .object(try element.members())
        case .list: self = .list(try element.items())
        case .whole, .large, .fraction:
            if let whole = element.integer {
                self = .integer(whole)
            } else {
                self = .number(element.number ?? 0)
            }
        }
    }

    package func write(to writer: inout JSONWriter) throws {
        switch self {
        case .null: writer.null()
        case .boolean(let value): writer.boolean(value)
        case .integer(let value): writer.integer(value)
        case .number(let value): try writer.number(value)
        case .text(let value): writer.text(value)
        case .list(let value): try writer.list(value)
        case .object(let value): try writer.object(value)
        }
    }
}
