import APIModel
import Casework

extension FieldValue {
    /// Takes a value from a request; numbers with a fraction become text, which no field accepts.
    init(_ value: JSONValue) {
        switch value {
        case .null: self = .null
        case .boolean(let value): self = .boolean(value)
        case .integer(let value): self = .integer(value)
        case .number(let value): self = .text(String(value))
        case .text(let value): self = .text(value)
        case .list(let items): self = .list(items.map(FieldValue.init))
        case .object(let fields): self = .object(fields.mapValues(FieldValue.init))
        }
    }
}

extension JSONValue {
    init(_ value: FieldValue) {
        switch value {
        case .null: self = .null
        case .boolean(let value): self = .boolean(value)
        case .integer(let value): self = .integer(value)
        case .text(let value): self = .text(value)
        case .list(let items): self = .list(items.map(JSONValue.init))
        case .object(let fields): self = .object(fields.mapValues(JSONValue.init))
        }
    }
}
