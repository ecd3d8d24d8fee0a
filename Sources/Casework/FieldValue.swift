package import JSON

/// Holds a value whose shape a workflow decides: a field of an action, an attribute of an issue.
package enum FieldValue: Hashable, Sendable {
    case null
    case boolean(Bool)
    case integer(Int64)
    case text(String)
    case list([FieldValue])
    case object([String: FieldValue])

    package var text: String? {
        if case .text(let value) = self { value } else { nil }
    }

    package var integer: Int64? {
        if case .integer(let value) = self { value } else { nil }
    }

    package var boolean: Bool? {
        if case .boolean(let value) = self { value } else { nil }
    }

    package var list: [FieldValue]? {
        if case .list(let value) = self { value } else { nil }
    }

    package var object: [String: FieldValue]? {
        if case .object(let value) = self { value } else { nil }
    }
}

extension FieldValue: OpenValue {
    /// - Throws: `DecodingError` for a number that is not whole.
    package init(_ element: JSONElement) throws {
        switch element.kind {
        case .null: self = .null
        case .boolean: self = .boolean(element.boolean)
        case .text: self = .text(element.text)
        case .object: self = .object(try element.members())
        case .list: self = .list(try element.items())
        case .whole, .large, .fraction:
            guard let whole = element.integer else { throw element.unfit(Int64.self) }
            self = .integer(whole)
        }
    }

    package func write(to writer: inout JSONWriter) throws {
        switch self {
        case .null: writer.null()
        case .boolean(let value): writer.boolean(value)
        case .integer(let value): writer.integer(value)
        case .text(let value): writer.text(value)
        case .list(let value): try writer.list(value)
        case .object(let value): try writer.object(value)
        }
    }
}
