import APIModel
import Casework

extension FieldValue {
    /// Takes a value from a request; a number that is not whole becomes what no field accepts.
    init(_ value: JSONValue) {
        switch value {
        case .null: self = .null
        case .boolean(let value): self = .boolean(value)
        case .integer(let value): self = .integer(value)
        case .number(let value): self = .object(["number": .text(String(value))])
        case .text(let value): self = .text(value)
        case .list(let items): self = .list(items.map(FieldValue.init))
        case .object(let fields): self = .object(fields.mapValues(FieldValue.init))
        }
    }
}

extension FieldValue {
    /// Takes one of the needs of a filing, which may be any number: it is kept as text.
    static func need(_ value: JSONValue) -> FieldValue {
        if case .number(let number) = value { return .text(String(number)) }
        return FieldValue(value)
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
